import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalProgress, EvalRun, EvalRunQueue, EvalWork } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { type SessionLock, takeLock } from '#engine/storage/session-lock.ts';
import { AppendFile } from './append-file.ts';
import { addCells, type CellsCount, countCells, readCells } from './cells-file.ts';
import { progressOf } from './progress.ts';
import { readResults, reopenedLine, type Tally, tallyOf } from './results-file.ts';

export const RESULTS = 'results.jsonl';
export const CELLS = 'cells.jsonl';
/** Cells that one line opens again at most. */
const REOPENED_AT_ONCE = 1000;

interface Parts {
  readonly run: EvalRun;
  readonly folder: string;
  readonly lock: SessionLock;
  readonly tally: Tally;
  readonly cells: CellsCount;
  readonly file: AppendFile;
}

/** A run in a folder, held by this process alone. */
export class FileRunQueue implements EvalRunQueue {
  readonly run: EvalRun;
  readonly #folder: string;
  readonly #lock: SessionLock;
  readonly #file: AppendFile;
  readonly #tally: Tally;
  #cells: CellsCount;
  #adding: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;

  private constructor({ run, folder, lock, tally, cells, file }: Parts) {
    this.run = run;
    this.#folder = folder;
    this.#lock = lock;
    this.#tally = tally;
    this.#cells = cells;
    this.#file = file;
  }

  /** @throws {SecCodeError} `SESSION_LOCKED` when another process works on the run. */
  static async open(folder: string, run: EvalRun): Promise<FileRunQueue> {
    const attempt = await takeLock(folder);
    if (attempt.kind === 'held') {
      throw new SecCodeError('SESSION_LOCKED', `The run '${run.runId}' is worked on by ${attempt.holder}.`, {
        remedy: `Wait until it is done; if that process is certainly gone, delete the folder '${attempt.lockFolder}'.`,
        details: { runId: run.runId },
      });
    }
    const { lock } = attempt;
    try {
      const { tally, wholeBytes } = await tallyOf(join(folder, RESULTS));
      const cells = await countCells(join(folder, CELLS));
      const file = await AppendFile.open(join(folder, RESULTS), wholeBytes);
      return new FileRunQueue({ run, folder, lock, tally, cells, file });
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  add(cells: AsyncIterable<EvalCell>): Promise<void> {
    const adding = this.#adding.then(() => this.#add(cells));
    this.#adding = adding.catch(() => undefined);
    return adding;
  }

  async reopenErrors(): Promise<number> {
    const { failed } = this.#tally;
    const indexes: number[] = [];
    for (let index = 0; indexes.length < failed.size; index += 1) if (failed.has(index)) indexes.push(index);
    const count = indexes.length;
    while (indexes.length > 0) {
      const some = indexes.splice(0, REOPENED_AT_ONCE);
      await this.#file.append(reopenedLine(some));
      this.#tally.add({ kind: 'reopened', indexes: some });
    }
    return count;
  }

  async work({ run, concurrency, onResult, signal }: EvalWork): Promise<void> {
    await this.#adding;
    const running = new Set<Promise<void>>();
    // What ends the work for a reason of its own interrupts the others, too.
    const stop = new AbortController();
    // Every cell under way listens, and Node takes more than ten for a leak.
    setMaxListeners(0, stop.signal);
    const interrupt = (): void => {
      stop.abort(signal.reason);
    };
    if (signal.aborted) interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    let failure: { readonly error: unknown } | undefined;
    const start = async (cell: EvalCell): Promise<void> => {
      try {
        const result = await run(cell, stop.signal);
        await this.#file.append(JSON.stringify(result));
        this.#tally.add({ kind: 'result', result });
        onResult?.(result, this.#progress());
      } catch (error) {
        if (signal.aborted && !isFailure(error)) return;
        failure ??= { error };
        stop.abort(error);
      }
    };
    try {
      for await (const cell of readCells(join(this.#folder, CELLS), (index) => this.#tally.done.has(index))) {
        while (running.size >= Math.max(1, concurrency()) && !isOver(stop.signal)) await Promise.race(running);
        if (isOver(stop.signal)) break;
        const working = start(cell).finally(() => running.delete(working));
        running.add(working);
      }
      await Promise.all(running);
    } finally {
      signal.removeEventListener('abort', interrupt);
    }
    if (failure !== undefined) throw failure.error;
  }

  progress(): Promise<EvalProgress> {
    return Promise.resolve(this.#progress());
  }

  results(): AsyncGenerator<EvalResult> {
    return readResults(join(this.#folder, RESULTS));
  }

  close(): Promise<void> {
    this.#closing ??= this.#adding.then(async () => {
      try {
        await this.#file.close();
      } finally {
        await this.#lock.release();
      }
    });
    return this.#closing;
  }

  async #add(cells: AsyncIterable<EvalCell>): Promise<void> {
    if (this.#cells.isComplete) return;
    const path = join(this.#folder, CELLS);
    try {
      await addCells(path, cells, this.#cells);
    } finally {
      this.#cells = await countCells(path);
    }
  }

  #progress(): EvalProgress {
    return progressOf(this.#tally, this.#cells);
  }
}

function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Whatever a cell says when it was interrupted means that; a disk that is full is another matter. */
function isFailure(error: unknown): boolean {
  return error instanceof SecCodeError && error.code !== 'CANCELLED';
}
