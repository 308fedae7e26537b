import type { EvalPlan } from '../eval-plan.ts';
import type { EvalResult } from '../eval-result.ts';
import type { PairedComparison } from '../eval-summary.ts';
import { comparisonTally } from '../comparison-tally.ts';
import { scoredAtEnd } from '../program-at.ts';
import type { SummaryOptions } from '../summary-options.ts';

/** One run, as far as a comparison needs it. */
export interface ComparedRun {
  readonly runId: string;
  readonly plan: EvalPlan;
  readonly results: () => AsyncIterable<EvalResult>;
}

/** A sample that passes in one of the runs only. */
export interface ChangedSample {
  readonly result: EvalResult;
  readonly passesIn: 'first' | 'second';
}

export interface RunComparison {
  /** Per condition; `model` holds its model and strategy, `strategies` the two runs. */
  readonly comparisons: readonly PairedComparison[];
  /** The first ones, by their place in the second run. */
  readonly changed: readonly ChangedSample[];
  readonly changedInAll: number;
  /** Cells that only one of the runs has a score for. */
  readonly unpaired: number;
}

const MOST_CHANGED = 500;

/** Compares two runs on what both have scored, cell by cell. Keeps one small entry per cell of the first run. */
export async function compareRuns(
  first: ComparedRun,
  second: ComparedRun,
  options: SummaryOptions,
): Promise<RunComparison> {
  const tally = comparisonTally({ ...options, compared: [options.security] });
  const passes = new Map<string, boolean>();
  const names = [`1: ${first.runId}`, `2: ${second.runId}`] as const;
  for await (const result of first.results()) {
    tally.add(renamed(result, names[0]));
    const score = scoredAtEnd(result, options.security);
    if (score !== undefined) passes.set(keyOf(result), score.passes);
  }
  const changed: ChangedSample[] = [];
  let [changedInAll, unpaired] = [0, 0];
  for await (const result of second.results()) {
    tally.add(renamed(result, names[1]));
    const score = scoredAtEnd(result, options.security);
    const before = passes.get(keyOf(result));
    if (score === undefined) continue;
    if (before === undefined) unpaired += 1;
    else if (passes.delete(keyOf(result)) && before !== score.passes) {
      changedInAll += 1;
      if (changed.length < MOST_CHANGED) changed.push({ result, passesIn: before ? 'first' : 'second' });
    }
  }
  const sorted = changed.sort((a, b) => a.result.index - b.result.index);
  return { comparisons: tally.comparisons(), changed: sorted, changedInAll, unpaired: unpaired + passes.size };
}

function renamed(result: EvalResult, run: string): EvalResult {
  return { ...result, model: `${result.model}, ${result.strategy}`, strategy: run };
}

function keyOf({ dataset, mode, sampleId, model, strategy, repeat }: EvalResult): string {
  return JSON.stringify([dataset, mode, sampleId, model, strategy, repeat]);
}

/** What makes scores of two runs mean different things, and what only explains a difference. */
export interface PlanDifferences {
  readonly judging: readonly string[];
  readonly other: readonly string[];
}

/** In which fields two plans differ. */
export function planDifferences(first: EvalPlan, second: EvalPlan): PlanDifferences {
  const isDifferent = (key: keyof EvalPlan): boolean => JSON.stringify(first[key]) !== JSON.stringify(second[key]);
  const judging = (['heldOut', 'scorers', 'failOn', 'minConfidence', 'build'] as const).filter(isDifferent);
  const other = (
    ['datasets', 'feedback', 'maxIterations', 'flatRounds', 'budget', 'repeats', 'reviewerModel'] as const
  ).filter(isDifferent);
  return { judging, other };
}
