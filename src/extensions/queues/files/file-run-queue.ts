import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalProgress, EvalRun, EvalRunQueue, EvalWork } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { type SessionLock, takeLock } from '#engine/storage/session-lock.ts';
import { AppendFile } from './append-file.ts';
import { readEntries, reopenedLine, type Tally, tallyOf } from './results-file.ts';

export const RESULTS = 'results.jsonl';
/** Cells that one line opens again at most. */
const REOPENED_AT_ONCE = 1000;

/** Held by this process: nobody else appends. */
interface Writing {
  readonly lock: SessionLock;
  readonly file: AppendFile;
}

/** A run in a folder. Reading needs no lock, so that a report can be made while the run goes on. */
export class FileRunQueue implements EvalRunQueue {
  readonly run: EvalRun;
  readonly #folder: string;
  readonly #path: string;
  #tally: Tally;
  #writing: Promise<Writing> | undefined;
  #cells: AsyncIterable<EvalCell> | undefined;
  #total: number | undefined;

  constructor(folder: string, run: EvalRun, tally: Tally) {
    this.#folder = folder;
    this.#path = join(folder, RESULTS);
    this.run = run;
    this.#tally = tally;
  }

  /** Keeps the way to the cells and not the cells: they are laid out again each time, which costs less than storing them. */
  async add(cells: AsyncIterable<EvalCell>): Promise<void> {
    await this.#write();
    this.#cells = cells;
  }

  async reopenErrors(): Promise<number> {
    const { file } = await this.#write();
    const indexes: number[] = [];
    let count = 0;
    const reopen = async (): Promise<void> => {
      if (indexes.length === 0) return;
      const some = indexes.splice(0);
      await file.append(reopenedLine(some));
      this.#tally.add({ kind: 'reopened', indexes: some });
      count += some.length;
    };
    const { failed } = this.#tally;
    for (let index = 0, left = failed.size; left > 0; index += 1) {
      if (!failed.has(index)) continue;
      left -= 1;
      indexes.push(index);
      if (indexes.length === REOPENED_AT_ONCE) await reopen();
    }
    await reopen();
    return count;
  }

  async work({ run, concurrency, onResult, signal }: EvalWork): Promise<void> {
    const { file } = await this.#write();
    const running = new Set<Promise<void>>();
    // What ends the work for a reason of its own interrupts the others, too.
    const inner = new AbortController();
    const both = AbortSignal.any([signal, inner.signal]);
    let failure: { readonly error: unknown } | undefined;
    const start = async (cell: EvalCell): Promise<void> => {
      try {
        const result = await run(cell, both);
        await file.append(JSON.stringify(result));
        this.#tally.add({ kind: 'result', result });
        onResult?.(result, this.#progress());
      } catch (error) {
        if (both.aborted && isInterruption(error)) return;
        failure ??= { error };
        inner.abort(error);
      }
    };
    let laidOut = 0;
    for await (const cell of this.#cells ?? none()) {
      laidOut = cell.index + 1;
      if (this.#tally.done.has(cell.index)) continue;
      while (running.size >= Math.max(1, concurrency()) && !both.aborted) await Promise.race(running);
      if (both.aborted) break;
      const working = start(cell).finally(() => running.delete(working));
      running.add(working);
    }
    if (!both.aborted) this.#total = laidOut;
    await Promise.all(running);
    if (failure !== undefined) throw failure.error;
  }

  progress(): Promise<EvalProgress> {
    return Promise.resolve(this.#progress());
  }

  /** Only the last result of a cell counts, and none of one that is open again. */
  async *results(): AsyncGenerator<EvalResult> {
    const { tally } = await tallyOf(this.#path);
    const left = new Map(tally.lines);
    for await (const { entry } of readEntries(this.#path)) {
      if (entry.kind !== 'result') continue;
      const { index } = entry.result;
      const more = left.get(index) ?? 1;
      if (more > 1) left.set(index, more - 1);
      else if (tally.done.has(index)) yield entry.result;
    }
  }

  async close(): Promise<void> {
    const writing = await this.#writing?.catch(() => undefined);
    this.#writing = undefined;
    if (writing === undefined) return;
    try {
      await writing.file.close();
    } finally {
      await writing.lock.release();
    }
  }

  #progress(): EvalProgress {
    const { done, failed, tokens, cost } = this.#tally;
    return {
      ...(this.#total === undefined ? {} : { total: this.#total }),
      done: done.size,
      errors: failed.size,
      tokens,
      cost,
    };
  }

  #write(): Promise<Writing> {
    this.#writing ??= this.#takeOver();
    return this.#writing;
  }

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
  }
}

function isInterruption(error: unknown): boolean {
  return !(error instanceof SecCodeError) || error.code === 'CANCELLED';
}

async function* none(): AsyncGenerator<EvalCell> {
  // A run that nobody laid out has nothing to do.
}
