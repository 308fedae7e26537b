import type { Confidence } from '#core/severity.ts';
import type { EvaluatedDetector } from '#engine/evals/labelled/detector-evaluation.ts';
import type { MissingDetector } from '../../../workbench/measured-detectors.ts';

/** Everything that `seccode eval detectors` says. */
export interface DetectorEvaluation {
  /** Name of the set: its file without the ending. */
  readonly set: string;
  readonly samples: number;
  readonly minConfidence: Confidence;
  /** Name of the file that says which weaknesses stand for one another; absent for the usual ones. */
  readonly relations?: string;
  /** In the order in which they were asked for; the union is the last one, where there are several. */
  readonly detectors: readonly EvaluatedDetector[];
  /** Members of groups that are not installed here. */
  readonly missing: readonly MissingDetector[];
  /** How many weaknesses are listed as missed and as reported falsely, per detector. */
  readonly misses: number;
}
