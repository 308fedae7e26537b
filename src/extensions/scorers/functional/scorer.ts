import { scoreCases } from '#engine/evals/score-cases.ts';
import type { Scorer } from '#engine/evals/scorer.ts';

/** Whether the sample's functional tests pass. */
export const scorer: Scorer = {
  name: 'functional',
  title: 'It does what it has to',
  applies: ({ tests }) => tests !== undefined && tests.functional.cases.length > 0,
  score: async ({ sample }, kit) =>
    sample.tests === undefined
      ? { status: 'unscored', reason: 'The sample has no tests.' }
      : await scoreCases(sample.tests.functional, kit),
};
