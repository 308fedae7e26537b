import { writeFix } from '#engine/prompts/fixing.ts';
import { writeGeneration } from '#engine/prompts/generation.ts';
import { section } from '#engine/prompts/sections.ts';
import type { Strategy } from '#engine/session/strategy.ts';

/** The control for Encouragement Prompting: the same facts, rules and reply form, without score, reward and penalty. */
export const strategy: Strategy = {
  name: 'feedback-only',
  title: 'The same loop without the encouragement wording: findings, guidance and rules only',
  promptVersion: '2',
  generate: writeGeneration,
  fix: (brief) =>
    writeFix(brief, {
      role: `You fix weaknesses in ${brief.language.title} programs. Independent detectors will examine the code that you hand in.`,
      terms: '',
      closing: section('Your last reply was not taken', brief.rejection ?? ''),
    }),
};
