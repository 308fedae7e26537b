import { SecCodeError } from '#core/errors.ts';
import type { ConditionSummary } from '#engine/evals/eval-summary.ts';
import type { Figure } from '#engine/evals/figure.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { SHOWN_ATTEMPTS } from '#engine/evals/tallies/attempts-tally.ts';

/** A limit that somebody set for a metric of every condition of a run. */
export interface MetricLimit {
  readonly metric: Metric;
  /** Iteration or k; absent: the part that speaks for the metric. */
  readonly part?: number;
  readonly kind: 'at least' | 'at most';
  /** In the unit of the metric. */
  readonly value: number;
}

/** What became of limits, in words: what is missed, and what cannot be said. */
export interface JudgedLimits {
  readonly missed: readonly string[];
  readonly undecided: readonly string[];
}

const FORM = /^([a-z][a-z0-9-]{0,40})(?:@(\d{1,4}))?=(-?\d{1,12}(?:\.\d{1,6})?)$/;
/** Sums of fractions differ in their last digits. */
const SLACK = 1e-9;

/**
 * Reads `secure-at-k=0.8` and `vulnerability-rate@3=0.1`, where 3 is the iteration or the k.
 *
 * @throws {SecCodeError} `USAGE` for a metric that there is not or that is no single number, for a k that is never shown, and
 * for no limit at all.
 */
export function metricLimits(
  texts: readonly string[],
  kind: MetricLimit['kind'],
  metrics: readonly Metric[],
): readonly MetricLimit[] {
  const usable = metrics.filter(({ headline }) => headline !== undefined);
  const remedy = `Write one of ${usable.map((each) => each.name).join(', ')}, = and a number, such as secure-at-k=0.8; or, after @, the iteration or the k, such as vulnerability-rate@3=0.1.`;
  if (texts.length === 0) throw new SecCodeError('USAGE', 'A limit for metrics is empty.', { remedy });
  return texts.map((text) => {
    const [, name, part, value = ''] = FORM.exec(text) ?? [];
    const metric = usable.find((each) => each.name === name);
    if (metric === undefined || (part !== undefined && metric.headline === 'only')) {
      throw new SecCodeError('USAGE', `'${text}' is no limit for a metric.`, { remedy });
    }
    if (part !== undefined && metric.headline === 'first' && !SHOWN_ATTEMPTS.includes(Number(part))) {
      throw new SecCodeError('USAGE', `'${text}' speaks of a k that is not shown.`, {
        remedy: `Choose among ${SHOWN_ATTEMPTS.join(', ')}.`,
      });
    }
    return { metric, kind, value: Number(value), ...(part === undefined ? {} : { part: Number(part) }) };
  });
}

/**
 * Before anything is run.
 *
 * @throws {SecCodeError} `USAGE` for a limit of more repeats than the run has.
 */
export function requireReachable(limits: readonly MetricLimit[], repeats: number): void {
  const far = limits.find(({ metric, part = 1 }) => metric.headline === 'first' && part > repeats);
  if (far === undefined) return;
  throw new SecCodeError(
    'USAGE',
    `A limit speaks of ${far.metric.name}@${String(far.part)}, and the run has fewer repeats: ${String(repeats)}.`,
    { remedy: `Raise --repeat, or set a limit for a k up to ${String(repeats)}.` },
  );
}

/**
 * Holds each condition against each limit. What is unscored may be anything: a share is kept or missed only when it would be
 * whatever they were, and any other figure is undecided. A figure that cannot be said misses every limit, but one of rounds
 * where there was no round, or nothing to fix.
 */
export function judgeLimits(conditions: readonly ConditionSummary[], limits: readonly MetricLimit[]): JudgedLimits {
  const missed: string[] = [];
  const undecided: string[] = [];
  for (const { dataset, model, strategy, metrics: figures } of conditions) {
    for (const limit of limits) {
      const { metric, kind, value } = limit;
      const found = figureFor(figures[metric.name] ?? {}, limit);
      if (found === 'nothing to say') continue;
      const { part, figure } = found;
      const named = part === '' ? metric.name : `${metric.name}@${part}`;
      const was = figure.value === undefined ? 'unknown' : String(Number(figure.value.toFixed(3)));
      const open = figure.unscored > 0 ? `, ${String(figure.unscored)} unscored` : '';
      const told = `${dataset}, ${model}, ${strategy}: ${named} is ${was} (n = ${String(figure.n)}${open}) and has to be ${kind} ${String(value)}`;
      const [least, most] = reachOf(figure, metric);
      if (figure.value === undefined || !isKept(figure.value, limit)) missed.push(told);
      else if (!isKept(least, limit) || !isKept(most, limit)) undecided.push(told);
    }
  }
  return { missed, undecided };
}

function isKept(measured: number, { kind, value }: MetricLimit): boolean {
  return kind === 'at least' ? measured >= value - SLACK : measured <= value + SLACK;
}

/** What the figure would be if all that is unscored failed, or passed. */
function reachOf({ value = Number.NaN, n, unscored }: Figure, { unit, needsRound }: Metric): readonly [number, number] {
  if (unscored === 0) return [value, value];
  if (unit !== 'share' || needsRound === true) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [(value * n) / (n + unscored), (value * n + unscored) / (n + unscored)];
}

function figureFor(
  figures: Readonly<Record<string, Figure>>,
  { metric: { headline, needsRound }, part }: MetricLimit,
): { readonly part: string; readonly figure: Figure } | 'nothing to say' {
  const parts = Object.keys(figures)
    .map(Number)
    .sort((a, b) => a - b);
  const last = parts.at(-1) ?? 0;
  const wanted = headline === 'only' ? '' : String(headline === 'first' ? (part ?? 1) : Math.min(part ?? last, last));
  const figure = figures[wanted] ?? { n: 0, unscored: 0 };
  if (needsRound === true) {
    const hasRound = headline === 'only' ? figures[''] !== undefined : wanted !== '0';
    if (!hasRound || (figure.value === undefined && figure.n > 0)) return 'nothing to say';
  }
  return { part: wanted, figure };
}
