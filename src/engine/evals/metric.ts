import type { EvalResult } from './eval-result.ts';
import type { Figure } from './figure.ts';

/** Randomness and sizes that figures are worked out with, so that the same results give the same figures. */
export interface MetricOptions {
  readonly seed: number;
  /** Draws of the bootstrap. */
  readonly draws: number;
  /** Scorer whose word counts for security: `detectors` unless said otherwise. */
  readonly security: string;
}

/** Turns the results of one condition into figures (inspect_ai `Metric`). One folder in `extensions/metrics` each. Pure. */
export interface Metric {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** `share`: 0 to 1. Others name the unit. */
  readonly unit: 'share' | 'samples' | 'findings' | 'tokens' | 'calls' | 'seconds' | 'micro-usd' | 'findings-per-kloc';
  /** Absent where neither is better. */
  readonly better?: 'higher' | 'lower';
  /**
   * One figure per part, by the part's name: an iteration, a `k`, a weakness; a metric without parts has one, named ''.
   * `results` are all of one dataset, mode, model and strategy.
   */
  readonly figures: (results: readonly EvalResult[], options: MetricOptions) => Readonly<Record<string, Figure>>;
}
