import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalProgress, EvalRun, EvalRunQueue, EvalWork } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { type SessionLock, takeLock } from '#engine/storage/session-lock.ts';
import { AppendFile } from './append-file.ts';
import { addCells, type CellsCount, countCells, readCells } from './cells-file.ts';
import { readEntries, reopenedLine, type Tally, tallyOf } from './results-file.ts';

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
/** Held by this process: nobody else appends. */
interface Writing {
/** A run in a folder. Reading needs no lock, so that a report can be made while the run goes on. */
  readonly #path: string;
  #tally: Tally;
  #writing: Promise<Writing> | undefined;
  #cells: AsyncIterable<EvalCell> | undefined;
  #total: number | undefined;
  constructor(folder: string, run: EvalRun, tally: Tally) {
    this.#path = join(folder, RESULTS);
  /** Keeps the way to the cells and not the cells: they are laid out again each time, which costs less than storing them. */
  async add(cells: AsyncIterable<EvalCell>): Promise<void> {
    await this.#write();
    const { file } = await this.#write();
    let count = 0;
    const reopen = async (): Promise<void> => {
      if (indexes.length === 0) return;
      const some = indexes.splice(0);
      await file.append(reopenedLine(some));
      count += some.length;
    };
    for (let index = 0, left = failed.size; left > 0; index += 1) {
      if (!failed.has(index)) continue;
      left -= 1;
      indexes.push(index);
      if (indexes.length === REOPENED_AT_ONCE) await reopen();
    await reopen();
    return count;
  }

  async work({ run, concurrency, onResult, signal }: EvalWork): Promise<void> {
    await this.#adding;
    const running = new Set<Promise<void>>();
    // What ends the work for a reason of its own interrupts the others, too.
    const stop = new AbortController();
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
    // eslint-disable-next-line @typescript-eslint/only-throw-error, @typescript-eslint/no-unnecessary-condition -- it is what `run` rejected with, set by a cell meanwhile
    const { file } = await this.#write();
    const inner = new AbortController();
    const both = AbortSignal.any([signal, inner.signal]);
        const result = await run(cell, both);
        await file.append(JSON.stringify(result));
        if (both.aborted && isInterruption(error)) return;
        inner.abort(error);
    let laidOut = 0;
    for await (const cell of this.#cells ?? none()) {
      laidOut = cell.index + 1;
      if (this.#tally.done.has(cell.index)) continue;
      while (running.size >= Math.max(1, concurrency()) && !both.aborted) await Promise.race(running);
      if (both.aborted) break;
      const working = start(cell).finally(() => running.delete(working));
      running.add(working);
    if (!both.aborted) this.#total = laidOut;
    await Promise.all(running);
    if (failure !== undefined) throw failure.error;
  }

  progress(): Promise<EvalProgress> {
    return Promise.resolve(this.#progress());
  }

  /** Only the last result of a cell counts, and none of one that is open again. */
  async *results(): AsyncGenerator<EvalResult> {
    const path = join(this.#folder, RESULTS);
    const { tally } = await tallyOf(path);
    const left = new Map(tally.lines);
    for await (const { entry } of readEntries(path)) {
    const { tally } = await tallyOf(this.#path);
    for await (const { entry } of readEntries(this.#path)) {
      if (entry.kind !== 'result') continue;
      const { index } = entry.result;
      const more = left.get(index) ?? 1;
      if (more > 1) left.set(index, more - 1);
      else if (tally.done.has(index)) yield entry.result;
    }
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
  async close(): Promise<void> {
    const writing = await this.#writing?.catch(() => undefined);
    this.#writing = undefined;
    if (writing === undefined) return;
      await writing.file.close();
      await writing.lock.release();
    }
  }

  #progress(): EvalProgress {
    const { done, failed } = this.#tally;
    return {
      ...(this.#cells.isComplete ? { total: this.#cells.cells } : {}),
      done: done.size,
      errors: failed.size,
      tokens: this.#tally.tokens,
      cost: this.#tally.cost,
    };
  }
}

function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Whatever a cell says when it was interrupted means that; a disk that is full is another matter. */
function isFailure(error: unknown): boolean {
  return error instanceof SecCodeError && error.code !== 'CANCELLED';
    const { done, failed, tokens, cost } = this.#tally;
      ...(this.#total === undefined ? {} : { total: this.#total }),
      tokens,
      cost,
  #write(): Promise<Writing> {
    this.#writing ??= this.#takeOver();
    return this.#writing;
  async #takeOver(): Promise<Writing> {
    const attempt = await takeLock(this.#folder);
    if (attempt.kind === 'held') {
      throw new SecCodeError('SESSION_LOCKED', `The run '${this.run.runId}' is worked on by ${attempt.holder}.`, {
        remedy: `Wait until it is done; if that process is certainly gone, delete the folder '${attempt.lockFolder}'.`,
        details: { runId: this.run.runId },
      });
    }
    try {
      // Another process may have written since this one read.
      const { tally, wholeBytes } = await tallyOf(this.#path);
      this.#tally = tally;
      return { lock: attempt.lock, file: await AppendFile.open(this.#path, wholeBytes) };
    } catch (error) {
      await attempt.lock.release();
      throw error;
    }
function isInterruption(error: unknown): boolean {
  return !(error instanceof SecCodeError) || error.code === 'CANCELLED';
async function* none(): AsyncGenerator<EvalCell> {
  // A run that nobody laid out has nothing to do.
}
