import type { CaseSet } from '#core/behaviour.ts';
import type { Score } from './score.ts';
import type { ScoringKit } from './scorer.ts';

/** A program passes a set when every case holds and ends in order. What cannot be run here is no failure of the program. */
export async function scoreCases(set: CaseSet, { runCases }: Pick<ScoringKit, 'runCases'>): Promise<Score> {
  const outcome = await runCases(set);
  if ('problem' in outcome) {
    return outcome.isFault === true
      ? { status: 'scored', passes: false, detail: outcome.problem }
      : { status: 'unscored', reason: outcome.problem };
  }
  const failed = outcome.results.filter(({ holds, isOrderly }) => !holds || !isOrderly);
  const [first] = failed;
  if (first === undefined) return { status: 'scored', passes: true, detail: '' };
  const share = `${String(failed.length)} of ${String(outcome.results.length)} fail`;
  return { status: 'scored', passes: false, detail: `${share}; ${first.name}: ${first.detail}` };
}
