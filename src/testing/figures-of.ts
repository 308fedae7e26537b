import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Figure } from '#engine/evals/figure.ts';
import type { Metric, MetricOptions } from '#engine/evals/metric.ts';

const OPTIONS: MetricOptions = { seed: 1, draws: 200, security: 'detectors' };

/** The figures of a metric over results, each cluster by its number. */
export function figuresOf(
  metric: Metric,
  results: readonly EvalResult[],
  options: Partial<MetricOptions> = {},
): Readonly<Record<string, Figure>> {
  const tally = metric.open({ ...OPTIONS, ...options });
  const clusters = new Map<string, number>();
  for (const result of results) {
    const cluster = clusters.get(result.cluster) ?? clusters.size;
    clusters.set(result.cluster, cluster);
    tally.add(result, cluster);
  }
  return tally.figures();
}

/** Values by part. */
export function valuesOf(metric: Metric, results: readonly EvalResult[]): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(Object.entries(figuresOf(metric, results)).map(([part, { value }]) => [part, value]));
}
