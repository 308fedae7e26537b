import type { EvalResult } from './eval-result.ts';
import type { ConditionSummary, EvalSummary } from './eval-summary.ts';
import type { Metric, MetricTally } from './metric.ts';
import { comparisonTally } from './comparison-tally.ts';
import { scoredAtEnd } from './program-at.ts';
import type { SummaryOptions } from './summary-options.ts';

/** Distinct reasons that are shown; the rest is put together, since memory must not grow with what programs say. */
const MOST_REASONS = 50;
const OTHER_REASONS = 'other reasons';

interface Condition extends Pick<ConditionSummary, 'dataset' | 'mode' | 'model' | 'strategy'> {
  readonly tallies: readonly (readonly [name: string, tally: MetricTally])[];
  /** Numbers of clusters, shared by all tallies. */
  readonly clusters: Map<string, number>;
  readonly unscored: Map<string, number>;
  cells: number;
}

/**
 * Everything that a report says in numbers, from results in any order: the same results give the same summary.
 *
 * Holds small numbers of each result, never the results: a hundred thousand of them take some dozens of megabytes.
 */
export async function summarize(
  results: AsyncIterable<EvalResult>,
  metrics: readonly Metric[],
  options: SummaryOptions,
): Promise<EvalSummary> {
  const conditions = new Map<string, Condition>();
  const comparisons = comparisonTally(options);
  for await (const result of results) {
    addTo(conditionOf(conditions, result, metrics, options), result, options.security);
    comparisons.add(result);
  }
  const byName = [...conditions.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  return { conditions: byName.map(([, condition]) => summaryOf(condition)), comparisons: comparisons.comparisons() };
}

function conditionOf(
  conditions: Map<string, Condition>,
  { dataset, mode, model, strategy }: EvalResult,
  metrics: readonly Metric[],
  options: SummaryOptions,
): Condition {
  const key = JSON.stringify([dataset, mode, model, strategy]);
  const known = conditions.get(key);
  if (known !== undefined) return known;
  const condition = {
    ...{ dataset, mode, model, strategy },
    tallies: metrics.map((metric) => [metric.name, metric.open(options)] as const),
    clusters: new Map<string, number>(),
    unscored: new Map<string, number>(),
    cells: 0,
  };
  conditions.set(key, condition);
  return condition;
}

function addTo(condition: Condition, result: EvalResult, security: string): void {
  condition.cells += 1;
  const cluster = condition.clusters.get(result.cluster) ?? condition.clusters.size;
  condition.clusters.set(result.cluster, cluster);
  for (const [, tally] of condition.tallies) tally.add(result, cluster);
  if (scoredAtEnd(result, security) !== undefined) return;
  const { unscored } = condition;
  const reason = reasonOf(result, security);
  const shown = unscored.has(reason) || unscored.size < MOST_REASONS ? reason : OTHER_REASONS;
  unscored.set(shown, (unscored.get(shown) ?? 0) + 1);
}

function reasonOf(result: EvalResult, security: string): string {
  if (result.error !== undefined) return result.error;
  const score = result.scores[security];
  if (score?.status === 'unscored') return score.reason;
  return `The scorer ${security} said nothing.`;
}

function summaryOf({ tallies, clusters: _, unscored, ...condition }: Condition): ConditionSummary {
  return {
    ...condition,
    unscored: Object.fromEntries([...unscored].sort(([one], [other]) => (one < other ? -1 : 1))),
    metrics: Object.fromEntries(tallies.map(([name, tally]) => [name, tally.figures()])),
  };
}
