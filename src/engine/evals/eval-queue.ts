import type { EvalCell } from './eval-cell.ts';
import type { EvalPlan } from './eval-plan.ts';
import type { EvalResult } from './eval-result.ts';

/** How far a run is. */
export interface EvalProgress {
  /** Cells of the run; absent while they are still being laid out. */
  readonly total?: number;
  readonly done: number;
  /** Of those done, with an `error`. */
  readonly errors: number;
}

/** What works on cells. */
export interface EvalWork {
  /** Runs one cell; rejects only when it was interrupted, and the cell is then open again. */
  readonly run: (cell: EvalCell, signal: AbortSignal) => Promise<EvalResult>;
  /** Asked before each cell is taken: how many may be under way at once, at least 1. */
  readonly concurrency: () => number;
  readonly onResult?: (result: EvalResult, progress: EvalProgress) => void;
  readonly signal: AbortSignal;
}

/** The cells of one run, and what came of them: each cell has exactly one result, whoever is killed when. */
export interface EvalRunQueue {
  readonly runId: string;
  readonly plan: EvalPlan;
  /** Lays out cells that are not there yet. Safe to be repeated after an interruption. */
  readonly add: (cells: AsyncIterable<EvalCell>) => Promise<void>;
  /** Opens cells again whose result has an `error`. @returns how many. */
  readonly reopenErrors: () => Promise<number>;
  /** Works until every cell of the run has its result, or the signal is aborted. */
  readonly work: (work: EvalWork) => Promise<void>;
  readonly progress: () => Promise<EvalProgress>;
  /** One per finished cell, in no particular order, while memory stays flat. */
  readonly results: () => AsyncIterable<EvalResult>;
  readonly close: () => Promise<void>;
}

/** Keeps runs. One folder in `extensions/queues` each. */
export interface EvalQueue {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Whether this address is one of its own: `postgres://…`, or a folder. */
  readonly accepts: (address: string) => boolean;
  /**
   * @throws {SecCodeError} `INPUT_INVALID` when the run is there already with another plan.
   */
  readonly create: (address: string, runId: string, plan: EvalPlan) => Promise<EvalRunQueue>;
  /** @throws {SecCodeError} `SESSION_NOT_FOUND` when there is no such run. */
  readonly open: (address: string, runId: string) => Promise<EvalRunQueue>;
  /** Newest first. */
  readonly list: (address: string) => Promise<readonly { readonly runId: string; readonly startedAtMs: number }[]>;
}
