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

/** Takes the results of one condition in, one after another and in any order, and keeps small numbers of each. */
export interface MetricTally {
  /** `cluster` is the number of the result's cluster: 0, 1 and so on in the order of their first results. */
  readonly add: (result: EvalResult, cluster: number) => void;
  /**
   * One figure per part, by the part's name: an iteration, a `k`, a weakness; a metric without parts has one, named ''.
   * The order in which results came in makes no difference.
   */
  readonly figures: () => Readonly<Record<string, Figure>>;
}

/**
 * Turns the results of one condition into figures (inspect_ai `Metric`). One folder in `extensions/metrics` each. Pure.
 *
 * Results are all of one dataset, mode, model and strategy; there may be more of them than memory holds.
 */
export interface Metric {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** `share`: 0 to 1; a fix success rate is below 0 when there is more to fix than at first. Others name the unit. */
  readonly unit: 'share' | 'samples' | 'findings' | 'tokens' | 'calls' | 'seconds' | 'micro-usd' | 'findings-per-kloc';
  /** Absent where neither is better. */
  readonly better?: 'higher' | 'lower';
  /**
   * Which part speaks for all where one number is wanted, such as a limit: the `only` one, the `first` (k = 1) or the `last`
   * (after the last round; what is asked about later rounds is as after that one). Absent where none can.
   */
  readonly headline?: 'only' | 'first' | 'last';
  /** It says something of rounds of fixing: nothing where there was none, or nothing to fix. */
  readonly needsRound?: true;
  readonly open: (options: MetricOptions) => MetricTally;
}
