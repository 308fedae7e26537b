import type { SampleMode } from './eval-cell.ts';
import type { Figure } from './figure.ts';

/** All figures of one dataset, mode, model and strategy. */
export interface ConditionSummary {
  readonly dataset: string;
  readonly mode: SampleMode;
  readonly model: string;
  readonly strategy: string;
  /** Cells, and of those how many have no score for security, by reason. */
  readonly cells: number;
  readonly unscored: Readonly<Record<string, number>>;
  /** By metric, then by part. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
}

/** One strategy against another on the same samples. */
export interface PairedComparison {
  readonly dataset: string;
  readonly mode: SampleMode;
  readonly model: string;
  readonly strategies: readonly [string, string];
  /** What is compared: the scorer whose passes are counted. */
  readonly scorer: string;
  /** Samples that both have a score for in the first repeat, which the next two and `p` speak of. */
  readonly n: number;
  readonly onlyFirstPasses: number;
  readonly onlySecondPasses: number;
  /** Share of the first less that of the second over all repeats, with the 95 % interval of the clustered bootstrap. */
  readonly difference: Figure;
  /** Exact McNemar, two-sided; where samples share clusters, its form that flips the signs of whole clusters. */
  readonly p: number;
  /** After Holm's correction over all comparisons of the summary. */
  readonly pCorrected: number;
}

/** Everything that a report says in numbers. */
export interface EvalSummary {
  readonly conditions: readonly ConditionSummary[];
  readonly comparisons: readonly PairedComparison[];
}
