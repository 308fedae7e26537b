import type { EvalResult, IterationResult } from './eval-result.ts';
import type { Score } from './score.ts';

/**
 * The best program at the end of an iteration. One that the cell never reached has the program of the last that it did: a
 * sample that was secure after the first round stays secure in the fifth. `undefined` before there was a program.
 */
export function programAt({ iterations }: EvalResult, iteration: number): IterationResult | undefined {
  return iterations.findLast((step) => step.iteration <= iteration);
}

/** The last iteration of a cell; -1 when there never was a program. */
export function lastIteration({ iterations }: EvalResult): number {
  return iterations.at(-1)?.iteration ?? -1;
}

/** Whether a result says anything of what this scorer judges, or should have: a cell with an error should. */
export function isJudgedBy(result: EvalResult, scorer: string): boolean {
  return (
    result.error !== undefined ||
    Object.hasOwn(result.scores, scorer) ||
    result.iterations.some(({ scores }) => Object.hasOwn(scores, scorer))
  );
}

/**
 * What a scorer says of the best program at the end of an iteration; `undefined` when it is unscored: no program, a score
 * that could not be had, or a cell with an error, which is to be run again.
 */
export function scoredAt(result: EvalResult, scorer: string, iteration: number): Scored | undefined {
  if (result.error !== undefined) return undefined;
  const program = programAt(result, iteration);
  if (program === undefined) return undefined;
  const isLast = program === result.iterations.at(-1);
  return scoredOf(program.scores[scorer] ?? (isLast ? result.scores[scorer] : undefined));
}

/** The same of the last program. */
export function scoredAtEnd(result: EvalResult, scorer: string): Scored | undefined {
  return result.error === undefined ? scoredOf(result.scores[scorer]) : undefined;
}

/** A score that there is. */
export type Scored = Extract<Score, { readonly status: 'scored' }>;

function scoredOf(score: Score | undefined): Scored | undefined {
  return score?.status === 'scored' ? score : undefined;
}
