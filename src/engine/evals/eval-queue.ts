import type { Cost } from '#core/usage.ts';
import type { EvalCell } from './eval-cell.ts';
import type { EvalPlan } from './eval-plan.ts';
import type { EvalResult } from './eval-result.ts';

/** What a run is known by, and what it does. */
export interface EvalRun {
  /** Has the form of a session's id. */
  readonly runId: string;
  /** Milliseconds since 1970 UTC. */
  readonly startedAtMs: number;
  readonly plan: EvalPlan;
}

/** How far a run is, whoever works on it. */
export interface EvalProgress {
  /** Cells of the run; absent while they are still being laid out. */
  readonly total?: number;
  readonly done: number;
  /** Of those done, with an `error`. */
  readonly errors: number;
  /** What the cells that are done used together: the caps of a plan are held against it. */
  readonly tokens: number;
  readonly cost: Cost;
}

/** What works on cells. */
export interface EvalWork {
  /** Runs one cell; rejects only when it was interrupted, and the cell is then open again. */
  readonly run: (cell: EvalCell, signal: AbortSignal) => Promise<EvalResult>;
  /**
   * Asked before each cell is taken: how many may be under way at once, at least 1. Where the queue has `serve`, 0 only
   * waits for what workers elsewhere do.
   */
  readonly concurrency: () => number;
  /** Told of each result made here, once it is kept. */
  readonly onResult?: (result: EvalResult, progress: EvalProgress) => void;
  /** Aborted: nothing more is taken, and what is under way is interrupted. */
  readonly signal: AbortSignal;
}

/** The cells of one run, and what came of them: each cell has exactly one result, whoever is killed when. */
export interface EvalRunQueue {
  readonly run: EvalRun;
  /** Lays out cells that are not there yet. Safe to be repeated after an interruption. */
  readonly add: (cells: AsyncIterable<EvalCell>) => Promise<void>;
  /** Opens cells again whose result has an `error`. @returns how many. */
  readonly reopenErrors: () => Promise<number>;
  /**
   * Works until every cell of the run has its result, or the signal is aborted; resolves in both cases. May begin while
   * cells are still being laid out.
   *
   * @throws what `run` rejected with for another reason than an interruption; the cell is open again.
   */
  readonly work: (work: EvalWork) => Promise<void>;
  readonly progress: () => Promise<EvalProgress>;
  /** One per finished cell, in no particular order, while memory stays flat. */
  readonly results: () => AsyncIterable<EvalResult>;
  /** May be called twice. */
  readonly close: () => Promise<void>;
}

/** A run to look at: what is kept of it, whoever works on it meanwhile. */
export type EvalRecord = Pick<EvalRunQueue, 'run' | 'progress' | 'results' | 'close'>;

/** What works on the cells of any run of a queue. */
export interface EvalService extends Pick<EvalWork, 'concurrency'> {
  /** Whether cells of this run are taken at the moment; asked each time. */
  readonly accepts?: (run: EvalRun) => Promise<boolean>;
  readonly run: (cell: EvalCell, run: EvalRun, signal: AbortSignal) => Promise<EvalResult>;
  readonly onResult?: (result: EvalResult, run: EvalRun, progress: EvalProgress) => void;
  /** Told of what cannot be read, one sentence. It is left alone. */
  readonly onProblem?: (message: string) => void;
  /** Aborted: nothing more is taken; what is under way is finished. */
  readonly draining: AbortSignal;
  /** Aborted: what is under way is interrupted. */
  readonly signal: AbortSignal;
}

/** Keeps runs. One folder in `extensions/queues` each. */
export interface EvalQueue {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Whether this address is one of its own: `postgres://…`, or a folder. */
  readonly accepts: (address: string) => boolean;
  /**
   * Makes a run, or opens it when it is there already with the same plan; the time of its start then stays.
   *
   * @throws {SecCodeError} `INPUT_INVALID` when the run is there already with another plan; `SESSION_LOCKED` when another
   * process works on it and the queue knows only one.
   */
  readonly create: (address: string, run: EvalRun) => Promise<EvalRunQueue>;
  /** @throws {SecCodeError} `SESSION_NOT_FOUND` when there is no such run; `SESSION_LOCKED` as above. */
  readonly open: (address: string, runId: string) => Promise<EvalRunQueue>;
  /**
   * Opens a run to look at, also while a process works on it: what came before each call is seen.
   *
   * @throws {SecCodeError} `SESSION_NOT_FOUND` when there is no such run.
   */
  readonly read: (address: string, runId: string) => Promise<EvalRecord>;
  /** Newest first. */
  readonly list: (address: string) => Promise<readonly Pick<EvalRun, 'runId' | 'startedAtMs'>[]>;
  /**
   * Works on the cells of every run until told to stop. Absent where no other machine can reach the queue.
   *
   * @throws {SecCodeError} `STORE_FAILED` when the queue is out of reach for long.
   */
  readonly serve?: (address: string, service: EvalService) => Promise<void>;
}
