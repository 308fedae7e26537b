import type { BuildWhen } from '#core/settings.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { DatasetSource } from './dataset.ts';
import type { SampleMode } from './eval-cell.ts';
import type { Judges } from './judges.ts';

/** One dataset of a run. */
export interface PlannedDataset extends DatasetSource {
  readonly name: string;
  /** What it is called in results, where one form is read from several sources; absent: `name`. */
  readonly title?: string;
  readonly mode: SampleMode;
  /** Only samples of these languages; absent: all. */
  readonly languages?: readonly string[];
  /** Only the first so many, after `languages`. */
  readonly limit?: number;
  /** What was read when the run was planned: a dataset that has changed since is another one. */
  readonly seen?: { readonly samples: number; readonly sha256: string };
}

/** Everything that decides what a run does: stored with it, so that it goes on, here or elsewhere, by the same rules. */
export interface EvalPlan {
  readonly models: readonly string[];
  readonly strategies: readonly string[];
  readonly datasets: readonly PlannedDataset[];
  /** At least 1. */
  readonly repeats: number;
  /** Rounds of fixing at most. */
  readonly maxIterations: number;
  readonly flatRounds: number;
  /** Detectors whose findings go into prompts; absent: the usual ones. */
  readonly feedback?: readonly string[];
  /** Detectors that score, none of which may be in `feedback`; absent: all usable ones that are not. */
  readonly heldOut?: readonly string[];
  readonly scorers: readonly string[];
  /** Every strategy gets exactly as much: rounds are then not limited. */
  readonly budget?: { readonly calls?: number; readonly tokens?: number };
  /** Over the whole run. */
  readonly cap?: { readonly costMicroUsd?: number; readonly tokens?: number };
  readonly failOn: Severity;
  readonly minConfidence: Confidence;
  readonly build: BuildWhen;
  readonly reviewerModel?: string;
  readonly seed: number;
  /** Who judged where the run began; what judges otherwise cannot be compared with it. */
  readonly judges?: Judges;
  /** Whether the log of each session is kept in the run; absent: yes. Without, a killed run pays again for cells under way. */
  readonly keepSessions?: boolean;
}
