import { open } from 'node:fs/promises';
import { SecCodeError } from '#core/errors.ts';
import type { Sample } from '#core/sample.ts';
import { parseEvalCell } from '#engine/evals/eval-json.ts';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import { readLines } from './read-lines.ts';

/*
 * Cells as lines: a sample, then the cells that use it, which do not repeat it; at the end, how many cells there are.
 */

const SAMPLE = '{"sample":';
const INDEX = /^\{"index":(\d{1,15}),/;
const TOTAL = /^\{"total":(\d{1,15})\}$/;
/** Characters that are gathered before they are written. */
const CHUNK = 1_000_000;

/** What a file of cells holds. */
export interface CellsCount {
  readonly cells: number;
  /** All cells of the run are there. */
  readonly isComplete: boolean;
  /** Length of the whole lines; what follows was torn off. */
  readonly wholeBytes: number;
}

/** Counts without reading the cells themselves. */
export async function countCells(path: string): Promise<CellsCount> {
  let cells = 0;
  let isComplete = false;
  let wholeBytes = 0;
  for await (const { text, end } of readLines(path)) {
    wholeBytes = end;
    if (TOTAL.test(text)) isComplete = true;
    else if (!text.startsWith(SAMPLE)) cells += 1;
  }
  return { cells, isComplete, wholeBytes };
}

/**
 * Writes the cells that are not there yet. @returns how many there are then.
 *
 * @throws what laying them out throws; the cells before are kept.
 */
export async function addCells(path: string, cells: AsyncIterable<EvalCell>, known: CellsCount): Promise<number> {
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(known.wholeBytes);
    let end = known.wholeBytes;
    let waiting = '';
    let count = known.cells;
    let last: Sample | undefined;
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(waiting, 'utf8');
      waiting = '';
      await handle.write(bytes, 0, bytes.length, end);
      end += bytes.length;
    };
    try {
      for await (const cell of cells) {
        if (cell.index < count) continue;
        const { sample, index, ...rest } = cell;
        if (sample !== last) waiting += `${SAMPLE}${JSON.stringify(sample)}}\n`;
        last = sample;
        waiting += `${JSON.stringify({ index, ...rest })}\n`;
        count = index + 1;
        if (waiting.length > CHUNK) await flush();
      }
      waiting += `{"total":${String(count)}}\n`;
    } finally {
      await flush();
      await handle.sync();
    }
    return count;
  } finally {
    await handle.close();
  }
}

/**
 * The cells in their order, but for those that `isDone` says are done: these are not even read.
 *
 * @throws {SecCodeError} `SESSION_DAMAGED`
 */
export async function* readCells(path: string, isDone: (index: number) => boolean): AsyncGenerator<EvalCell> {
  let sample = 'null';
  let number = 0;
  for await (const { text } of readLines(path)) {
    number += 1;
    if (text.startsWith(SAMPLE)) {
      sample = text.slice(SAMPLE.length, -1);
      continue;
    }
    if (TOTAL.test(text)) continue;
    const index = INDEX.exec(text)?.[1];
    if (index !== undefined && isDone(Number(index))) continue;
    const cell = parseEvalCell(`${SAMPLE}${sample},${text.slice(1)}`);
    if (cell === undefined) {
      throw new SecCodeError('SESSION_DAMAGED', `${path}: line ${String(number)} is no cell of an evaluation.`, {
        remedy: 'Begin the evaluation anew.',
        details: { line: number },
      });
    }
    yield cell;
  }
}
