import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import { type Cost, totalTokens } from '#core/usage.ts';
import { parseEvalResult } from '#engine/evals/eval-json.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { Bits } from './bits.ts';
import { readLines } from './read-lines.ts';

/** Says that results which stand before it no longer count. */
const reopening = z.strictObject({ reopened: z.array(z.int().min(0)) });

/** One line of a file of results. */
export type Entry =
  | { readonly kind: 'result'; readonly result: EvalResult }
  | { readonly kind: 'reopened'; readonly indexes: readonly number[] };

/** A line that opens cells again. */
export function reopenedLine(indexes: readonly number[]): string {
  return JSON.stringify({ reopened: indexes });
}

/**
 * Every entry in the order of writing, with the length of the file up to its end.
 *
 * @throws {SecCodeError} `SESSION_DAMAGED` for a whole line that is neither: a torn last line is none.
 */
export async function* readEntries(path: string): AsyncGenerator<{ readonly entry: Entry; readonly end: number }> {
  let number = 0;
  for await (const { text, end } of readLines(path)) {
    number += 1;
    const result = parseEvalResult(text);
    const json = result === undefined ? parseJson(text) : undefined;
    const reopened = json?.ok === true ? reopening.safeParse(json.value).data?.reopened : undefined;
    if (result !== undefined) yield { entry: { kind: 'result', result }, end };
    else if (reopened !== undefined) yield { entry: { kind: 'reopened', indexes: reopened }, end };
    else {
      throw new SecCodeError('SESSION_DAMAGED', `${path}: line ${String(number)} is no result of an evaluation.`, {
        remedy: 'Take that line out to lose one result, or run the evaluation anew.',
        details: { line: number },
      });
    }
  }
}

/** What a file of results says as a whole; its size does not grow with the number of results, but for a bit each. */
export class Tally {
  readonly done: Bits = new Bits();
  readonly failed: Bits = new Bits();
  /** Results of each cell, of those with more than one. */
  readonly lines: Map<number, number> = new Map<number, number>();
  readonly #seen = new Bits();
  /** What those took that may be opened again. */
  readonly #ofFailed = new Map<number, Spent>();
  #tokens = 0;
  #known = 0;
  #unknown = 0;

  get tokens(): number {
    return this.#tokens;
  }

  get cost(): Cost {
    return this.#unknown > 0 ? 'unknown' : this.#known;
  }

  add(entry: Entry): void {
    if (entry.kind === 'reopened') {
      for (const index of entry.indexes) this.#reopen(index);
      return;
    }
    const { index, error, usage, cost } = entry.result;
    if (this.#seen.has(index)) this.lines.set(index, (this.lines.get(index) ?? 1) + 1);
    this.#seen.add(index);
    this.#reopen(index);
    const spent = { tokens: totalTokens(usage), cost };
    this.done.add(index);
    this.#book(spent, 1);
    if (error === undefined) return;
    this.failed.add(index);
    this.#ofFailed.set(index, spent);
  }

  #reopen(index: number): void {
    this.done.delete(index);
    this.failed.delete(index);
    const spent = this.#ofFailed.get(index);
    this.#ofFailed.delete(index);
    if (spent !== undefined) this.#book(spent, -1);
  }

  #book({ tokens, cost }: Spent, sign: 1 | -1): void {
    this.#tokens += sign * tokens;
    if (cost === 'unknown') this.#unknown += sign;
    else this.#known += sign * cost;
  }
}

interface Spent {
  readonly tokens: number;
  readonly cost: Cost;
}

/** Reads a file from end to end. */
export async function tallyOf(path: string): Promise<{ readonly tally: Tally; readonly wholeBytes: number }> {
  const tally = new Tally();
  let wholeBytes = 0;
  for await (const { entry, end } of readEntries(path)) {
    tally.add(entry);
    wholeBytes = end;
  }
  return { tally, wholeBytes };
}

/** The results that count: the last one of each cell, and none of a cell that is open again. Other lines may come meanwhile. */
export async function* readResults(path: string): AsyncGenerator<EvalResult> {
  const { tally, wholeBytes } = await tallyOf(path);
  const left = new Map(tally.lines);
  for await (const { entry, end } of readEntries(path)) {
    // What came after the tally was made is not in it.
    if (end > wholeBytes) return;
    if (entry.kind !== 'result') continue;
    const { index } = entry.result;
    const more = left.get(index) ?? 1;
    if (more > 1) left.set(index, more - 1);
    else if (tally.done.has(index)) yield entry.result;
  }
}
