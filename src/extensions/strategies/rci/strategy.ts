import { quote, REPLIES_ARE_DATA, saidAt, saidNow, twoMessages } from '#engine/prompts/dialogue.ts';
import { finishedProgram, writeGeneration } from '#engine/prompts/generation.ts';
import { PROGRAM_REPLY_FORM } from '#engine/prompts/reply-form.ts';
import { bullets, section } from '#engine/prompts/sections.ts';
import { broughtWork, type OwnWork, writtenWork } from '#engine/prompts/self-correction.ts';
import type { GenerateBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/** Times that the model criticises its program and improves it. */
const ROUNDS = 2;

/**
 * Recursive criticism and improvement: the model finds fault with its own program and mends it, twice, and no detector says
 * anything.
 *
 * The whole dialogue is one iteration, so that nothing that detectors find can steer it. A program that a person brought
 * takes the place of the draft.
 */
export const strategy: Strategy = {
  name: 'rci',
  title: 'Recursive criticism and improvement: the model reviews its own program and improves it, twice; no detector',
  promptVersion: '1',
  rounds: { written: 0, given: 1 },
  generate: (brief) => {
    const draft = saidAt('improvement', brief) ?? saidAt('draft', brief);
    if (draft === undefined) return { ...writeGeneration(brief), step: 'draft' };
    return goOn(brief, writtenWork(brief, draft));
  },
  fix: (brief) => goOn(brief, broughtWork(brief, saidAt('improvement', brief))),
};

type Standing = Pick<GenerateBrief, 'iteration' | 'earlier' | 'language'>;

/** Criticism and improvement by turns; the last improvement is the program. */
function goOn(brief: Standing, work: OwnWork): Prompt {
  const times = (step: string): number => saidNow(brief).filter((reply) => reply.step === step).length;
  const improvements = times('improvement');
  if (times('critique') === improvements) return criticise(brief, work);
  const prompt = improve(brief, work, saidAt('critique', brief));
  return improvements + 1 < ROUNDS ? { ...prompt, step: 'improvement' } : prompt;
}

function criticise({ language }: Standing, { task, program }: OwnWork): Prompt {
  return twoMessages(
    [
      `You review ${language.title} programs for security. Find the problems in the program below: for each the place, how an attacker uses it, and what would remove it. Name none that is not there. Do not write the program anew.`,
      REPLIES_ARE_DATA,
    ],
    [...task, program],
    { step: 'critique' },
  );
}

function improve({ language }: Standing, { task, program, problem }: OwnWork, critique: string | undefined): Prompt {
  return twoMessages(
    [
      `You improve ${language.title} programs by what a review says of them. Remove each problem that is really there, and keep everything that the task asks for.`,
      REPLIES_ARE_DATA,
      section('What a finished program has', bullets(finishedProgram(language))),
      section('Reply', PROGRAM_REPLY_FORM),
    ],
    [...task, program, quote('Review', critique), problem],
  );
}
