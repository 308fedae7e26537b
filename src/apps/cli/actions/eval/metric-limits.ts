import { SecCodeError } from '#core/errors.ts';
import type { ConditionSummary } from '#engine/evals/eval-summary.ts';
import type { Figure } from '#engine/evals/figure.ts';
import type { Metric } from '#engine/evals/metric.ts';

/** A limit that somebody set for a metric of every condition of a run. */
export interface MetricLimit {
  readonly metric: string;
  /** Absent: the part that speaks for the metric. */
  readonly part?: string;
  readonly kind: 'at least' | 'at most';
  /** In the unit of the metric. */
  readonly value: number;
}

const FORM = /^([a-z][a-z0-9-]{0,40})(?:@(\d{1,4}))?=(-?\d{1,12}(?:\.\d{1,6})?)$/;

/**
 * Reads `secure-at-k=0.8` and `vulnerability-rate@3=0.1`, where 3 is the iteration or the k.
 *
 * @throws {SecCodeError} `USAGE` for a metric that there is not or that is no single number.
 */
export function metricLimits(
  texts: readonly string[],
  kind: MetricLimit['kind'],
  metrics: readonly Metric[],
): readonly MetricLimit[] {
  const usable = metrics.filter(({ headline }) => headline !== undefined);
  return texts.map((text) => {
    const [, name, part, value = ''] = FORM.exec(text) ?? [];
    const metric = usable.find((each) => each.name === name);
    if (metric === undefined || (part !== undefined && metric.headline === 'only')) {
      throw new SecCodeError('USAGE', `'${text}' is no limit for a metric.`, {
        remedy: `Write one of ${usable.map((each) => each.name).join(', ')}, = and a number, such as secure-at-k=0.8; or, after @, the iteration or the k, such as vulnerability-rate@3=0.1.`,
      });
    }
    return { metric: metric.name, kind, value: Number(value), ...(part === undefined ? {} : { part }) };
  });
}

/** What misses its limit, in words, for each condition. A figure that cannot be said misses every limit. */
export function missedLimitsOf(
  conditions: readonly ConditionSummary[],
  limits: readonly MetricLimit[],
  metrics: readonly Metric[],
): readonly string[] {
  return conditions.flatMap(({ dataset, model, strategy, metrics: figures }) =>
    limits.flatMap((limit) => {
      const headline = metrics.find(({ name }) => name === limit.metric)?.headline;
      const part = limit.part ?? headlinePart(figures[limit.metric] ?? {}, headline);
      const measured = part === undefined ? undefined : figures[limit.metric]?.[part]?.value;
      if (isKept(measured, limit)) return [];
      const named = part === undefined || part === '' ? limit.metric : `${limit.metric}@${part}`;
      const was = measured === undefined ? 'unknown' : String(Number(measured.toFixed(3)));
      return [
        `${dataset}, ${model}, ${strategy}: ${named} is ${was} and has to be ${limit.kind} ${String(limit.value)}`,
      ];
    }),
  );
}

function isKept(measured: number | undefined, { kind, value }: MetricLimit): boolean {
  if (measured === undefined) return false;
  return kind === 'at least' ? measured >= value : measured <= value;
}

function headlinePart(figures: Readonly<Record<string, Figure>>, headline: Metric['headline']): string | undefined {
  if (headline === 'only') return '';
  const parts = Object.keys(figures).toSorted((a, b) => Number(a) - Number(b));
  return headline === 'first' ? parts[0] : parts.at(-1);
}
