import type { MetricOptions } from './metric.ts';

/** What a summary is worked out with. */
export interface SummaryOptions extends MetricOptions {
  /** Scorers that strategies are compared by, where both have them; absent: security, function, and both together. */
  readonly compared?: readonly string[];
}
