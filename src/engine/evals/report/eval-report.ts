import type { StoredEvent } from '#core/session-event.ts';
import type { EvalPlan } from '../eval-plan.ts';
import type { EvalResult } from '../eval-result.ts';
import type { EvalSummary } from '../eval-summary.ts';
import type { Chart } from '../figures/chart.ts';
import type { FigureRoles } from '../figures/figure-roles.ts';
import type { Metric } from '../metric.ts';

/** What a report needs to know of a metric. */
export type MetricInfo = Pick<Metric, 'name' | 'title' | 'unit' | 'better'>;

/** One sample with the whole of its session. */
export interface SampleDetail {
  readonly result: EvalResult;
  /** Empty when the run kept no session, or it cannot be read. */
  readonly events: readonly StoredEvent[];
}

/** Everything that a report of an evaluation says, in whatever form. All texts are as they came: each form escapes them. */
export interface EvalReport {
  /** Version of SecCode that made the report. */
  readonly version: string;
  readonly runId: string;
  /** Milliseconds since 1970 UTC. */
  readonly startedAtMs: number;
  readonly plan: EvalPlan;
  readonly metrics: readonly MetricInfo[];
  readonly roles: FigureRoles;
  /** Scorer whose word counts for security. */
  readonly security: string;
  readonly summary: EvalSummary;
  readonly charts: readonly Chart[];
  /** Those shown in full, the most telling first. */
  readonly samples: readonly SampleDetail[];
  /** Others, with one line each. */
  readonly others: readonly EvalResult[];
  /** Results that there are, shown or not. */
  readonly total: number;
  /** Cells of the run; absent while they are still being laid out. */
  readonly cells?: number;
}
