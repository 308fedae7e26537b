import { quote, REPLIES_ARE_DATA, saidAt, twoMessages } from '#engine/prompts/dialogue.ts';
import { finishedProgram, writeGeneration } from '#engine/prompts/generation.ts';
import { PROGRAM_REPLY_FORM } from '#engine/prompts/reply-form.ts';
import { bullets, section } from '#engine/prompts/sections.ts';
import { broughtWork, type OwnWork, writtenWork } from '#engine/prompts/self-correction.ts';
import type { GenerateBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/**
 * The model explains its program line by line and then mends what the explanation shows; no detector says anything.
 *
 * The whole dialogue is one iteration, so that nothing that detectors find can steer it. A program that a person brought
 * takes the place of the draft.
 */
export const strategy: Strategy = {
  name: 'self-debug',
  title: 'Self-debugging: the model explains its program line by line, then fixes it; no detector',
  promptVersion: '1',
  rounds: { written: 0, given: 1 },
  generate: (brief) => {
    const draft = saidAt('draft', brief);
    if (draft === undefined) return { ...writeGeneration(brief), step: 'draft' };
    return goOn(brief, writtenWork(brief, draft));
  },
  fix: (brief) => goOn(brief, broughtWork(brief, undefined)),
};

type Standing = Pick<GenerateBrief, 'iteration' | 'earlier' | 'language'>;

function goOn(brief: Standing, work: OwnWork): Prompt {
  const explanation = saidAt('explanation', brief);
  return explanation === undefined ? explain(brief, work) : mend(brief, work, explanation);
}

function explain({ language }: Standing, { task, program }: OwnWork): Prompt {
  return twoMessages(
    [
      `You explain ${language.title} programs. Go through the program below line by line, and say of each part what it really does with its input, not what it is meant to do; then compare that with the task and with what a hostile user might send. Do not write the program anew.`,
      REPLIES_ARE_DATA,
    ],
    [...task, program],
    { step: 'explanation' },
  );
}

function mend({ language }: Standing, { task, program, problem }: OwnWork, explanation: string): Prompt {
  return twoMessages(
    [
      `You fix ${language.title} programs. The explanation says what the program really does. Wherever that is wrong or can be misused, fix the program, and keep everything that the task asks for.`,
      REPLIES_ARE_DATA,
      section('What a finished program has', bullets(finishedProgram(language))),
      section('Reply', PROGRAM_REPLY_FORM),
    ],
    [...task, program, quote('Explanation', explanation), problem],
  );
}
