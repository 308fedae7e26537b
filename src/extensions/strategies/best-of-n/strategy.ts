import { showProgram } from '#engine/prompts/fence.ts';
import { writeGeneration } from '#engine/prompts/generation.ts';
import { fixRules, PROGRAM_REPLY_FORM } from '#engine/prompts/reply-form.ts';
import { twoMessages } from '#engine/prompts/dialogue.ts';
import { bullets, joinSections, section } from '#engine/prompts/sections.ts';
import type { FixBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/** High enough that two samples differ, low enough that programs still run. */
const TEMPERATURE = 0.8;

/**
 * Independent samples of one prompt, of which the detectors choose the best: what the calls of a loop are worth without
 * telling the model anything.
 */
export const strategy: Strategy = {
  name: 'best-of-n',
  title: 'Independent samples until one is clean; detectors choose, and the model is told nothing of what they found',
  promptVersion: '1',
  generate: writeGeneration,
  fix: (brief) => ({ ...sample(brief), temperature: TEMPERATURE, isFresh: true }),
};

/** The same prompt in every round: nothing of other samples may be in it. */
function sample({ given, ...brief }: FixBrief): Prompt {
  const { request, language, instructions, areRun } = brief;
  if (given === undefined) {
    const { iteration, earlier } = brief;
    return writeGeneration({ request: joinSections(request, ...instructions), language, iteration, earlier });
  }
  return twoMessages(
    [
      `You remove the weaknesses of ${language.title} programs. Find out for yourself which ones the program below has.`,
      section('Rules', bullets(fixRules(areRun === true))),
      section('Reply', PROGRAM_REPLY_FORM),
    ],
    [
      section('Task', request),
      section('What the person added', bullets(instructions)),
      section('The program', showProgram(given, language.id)),
    ],
  );
}
