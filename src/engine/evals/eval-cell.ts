import type { Sample } from '#core/sample.ts';

/** Where a session of an evaluation starts. */
export const SAMPLE_MODES = ['request', 'code'] as const;
/** `request`: the model writes the program from the words. `code`: the loop starts from the sample's own code. */
export type SampleMode = (typeof SAMPLE_MODES)[number];

/** What is the same in all cells of one column of a comparison. */
export interface EvalCondition {
  /** `provider/name`. */
  readonly model: string;
  readonly strategy: string;
}

/** One cell of an evaluation: one sample, one model, one strategy, one repeat. Runs as one session. */
export interface EvalCell extends EvalCondition {
  /** Counts from 0 over the whole run, the same each time the run is laid out. */
  readonly index: number;
  readonly dataset: string;
  readonly mode: SampleMode;
  readonly sample: Sample;
  /** Counts from 1. */
  readonly repeat: number;
}

/** Name of a cell: the same on every machine, different for every cell of a run. */
export function cellKey({ dataset, mode, sample, model, strategy, repeat }: EvalCell): string {
  return JSON.stringify([dataset, mode, sample.id, model, strategy, repeat]);
}
