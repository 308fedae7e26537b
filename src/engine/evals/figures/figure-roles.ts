import type { ConditionSummary } from '../eval-summary.ts';
import type { Figure } from '../figure.ts';

/** Which metric says what, by name, and which strategies the published comparison is about: the engine knows none. */
export interface FigureRoles {
  /** Samples judged vulnerable; one part per iteration. Shares are turned into numbers of samples. */
  readonly vulnerableByIteration: string;
  /** Fix success rate; one part per iteration. */
  readonly fixSuccessByIteration: string;
  /** Share that counts as the answer, for the figure of cost and the ranking; `part` is the metric's. */
  readonly security: { readonly metric: string; readonly part: string };
  /** Whether a higher value of it is better. */
  readonly isSecurityHigherBetter: boolean;
  /** Findings; one part per weakness. */
  readonly byWeakness: string;
  /** Money per fixed sample, in millionths of a dollar; tokens per sample, where a price is not known; and calls, where these are not. */
  readonly costPerFixed: string;
  readonly tokensPerSample: string;
  readonly callsPerSample: string;
  /** Strategy with encouragement, and those without that have all else. */
  readonly withEp: string;
  readonly withoutEp: string;
}

/** A run, as far as the figures need it. */
export interface RunForFigures {
  /** In a few words. */
  readonly title: string;
  readonly conditions: readonly ConditionSummary[];
  readonly roles: FigureRoles;
  /** Metrics whose values are shares. */
  readonly shares: ReadonlySet<string>;
}

/** A figure of one iteration. */
export interface IterationFigure {
  readonly iteration: number;
  readonly figure: Figure & { readonly value: number };
}

/** Figures of a metric that has one part per iteration, by iteration; those that cannot be said are left out. */
export function byIteration(condition: ConditionSummary, metric: string): readonly IterationFigure[] {
  return Object.entries(condition.metrics[metric] ?? {})
    .flatMap(([part, figure]): readonly IterationFigure[] => {
      const iteration = Number(/\d{1,6}/.exec(part)?.[0] ?? 'NaN');
      const { value } = figure;
      return Number.isNaN(iteration) || value === undefined ? [] : [{ iteration, figure: { ...figure, value } }];
    })
    .sort((a, b) => a.iteration - b.iteration);
}

/** The figure after the last round; `undefined` where there was no round, or it cannot be said. */
export function afterLastRound(condition: ConditionSummary, metric: string): IterationFigure | undefined {
  const iterations = Object.keys(condition.metrics[metric] ?? {}).map((part) => Number(/\d{1,6}/.exec(part)?.[0] ?? 0));
  const last = Math.max(0, ...iterations);
  return last === 0 ? undefined : byIteration(condition, metric).find(({ iteration }) => iteration === last);
}

/** As `byIteration`, in numbers of samples. */
export function samplesByIteration(run: RunForFigures, condition: ConditionSummary): readonly IterationFigure[] {
  const metric = run.roles.vulnerableByIteration;
  const points = byIteration(condition, metric);
  if (!run.shares.has(metric)) return points;
  return points.map(({ iteration, figure: { low, high, ...figure } }) => ({
    iteration,
    figure: {
      ...figure,
      value: figure.value * figure.n,
      ...(low !== undefined && { low: low * figure.n }),
      ...(high !== undefined && { high: high * figure.n }),
    },
  }));
}

/** The ends of an interval, as drawings take them. */
export function ends({ low, high }: Figure): { low?: number; high?: number } {
  return low === undefined || high === undefined ? {} : { low, high };
}

/** Which dataset, and where the sessions started. */
export function datasetTitle({ dataset, mode }: Pick<ConditionSummary, 'dataset' | 'mode'>): string {
  return mode === 'code' ? `${dataset}, from its code` : dataset;
}

/** Conditions in groups, in the order of their first. */
export function grouped(
  conditions: readonly ConditionSummary[],
  key: (condition: ConditionSummary) => string,
): readonly (readonly [ConditionSummary, ...ConditionSummary[]])[] {
  const groups = new Map<string, [ConditionSummary, ...ConditionSummary[]]>();
  for (const condition of conditions) {
    const known = groups.get(key(condition));
    if (known === undefined) groups.set(key(condition), [condition]);
    else known.push(condition);
  }
  return [...groups.values()];
}
