import type { EvalPlan } from '../eval-plan.ts';
import type { EvalResult } from '../eval-result.ts';
import type { PairedComparison } from '../eval-summary.ts';
import { comparisonTally } from '../comparison-tally.ts';
import { scoredAtEnd } from '../program-at.ts';
import { judgesDiffer } from '../judges.ts';
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

/**
 * Compares two runs on what both have scored, cell by cell. Keeps one small entry per cell of the first run.
 *
 * Cells belong together by dataset, mode, sample, repeat, model and strategy. Where each run has a single model, or a single
 * strategy, that need not be the same: it is then what is compared.
 */
export async function compareRuns(
  first: ComparedRun,
  second: ComparedRun,
  options: SummaryOptions,
): Promise<RunComparison> {
  const tally = comparisonTally({ ...options, compared: [options.security] });
  const passes = new Map<string, boolean>();
  const names = [`1: ${first.runId}`, `2: ${second.runId}`] as const;
  const common = commonTo(first.plan, second.plan);
  for await (const result of first.results()) {
    tally.add(renamed(result, names[0], common));
    const score = scoredAtEnd(result, options.security);
    if (score !== undefined) passes.set(keyOf(result, common), score.passes);
  }
  const changed: ChangedSample[] = [];
  let [changedInAll, unpaired] = [0, 0];
  for await (const result of second.results()) {
    tally.add(renamed(result, names[1], common));
    const score = scoredAtEnd(result, options.security);
    const before = passes.get(keyOf(result, common));
    if (score === undefined) continue;
    if (before === undefined) unpaired += 1;
    else if (passes.delete(keyOf(result, common)) && before !== score.passes) {
      changedInAll += 1;
      if (changed.length < MOST_CHANGED) changed.push({ result, passesIn: before ? 'first' : 'second' });
    }
  }
  const sorted = changed.sort((a, b) => a.result.index - b.result.index);
  return { comparisons: tally.comparisons(), changed: sorted, changedInAll, unpaired: unpaired + passes.size };
}

/** What a cell of one run and a cell of the other have in common to be compared. */
interface Common {
  readonly model: (result: Pick<EvalResult, 'model'>) => string;
  readonly strategy: (result: Pick<EvalResult, 'strategy'>) => string;
}

function commonTo(first: EvalPlan, second: EvalPlan): Common {
  const models = single(first.models, second.models);
  const strategies = single(first.strategies, second.strategies);
  return {
    model: ({ model }) => models ?? model,
    strategy: ({ strategy }) => strategies ?? strategy,
  };
}

/** One name for both where each has one. */
function single(first: readonly string[], second: readonly string[]): string | undefined {
  if (first.length !== 1 || second.length !== 1) return undefined;
  return [...new Set([...first, ...second])].join(' → ');
}

function renamed(result: EvalResult, run: string, { model, strategy }: Common): EvalResult {
  return { ...result, model: `${model(result)}, ${strategy(result)}`, strategy: run };
}

function keyOf(result: EvalResult, { model, strategy }: Common): string {
  const { dataset, mode, sampleId, repeat } = result;
  return JSON.stringify([dataset, mode, sampleId, model(result), strategy(result), repeat]);
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
    [
      'models',
      'strategies',
      'datasets',
      'feedback',
      'maxIterations',
      'flatRounds',
      'budget',
      'repeats',
      'reviewerModel',
    ] as const
  ).filter(isDifferent);
  return { judging: [...judging, ...judgesDiffer(first.judges, second.judges)], other };
}
