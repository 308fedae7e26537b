import { SecCodeError } from '#core/errors.ts';
import type { EvalRun, EvalWork } from '#engine/evals/eval-queue.ts';
import { scriptedPlan, scriptedResult } from './eval-fixture.ts';

export const RUN: EvalRun = { runId: '20261123-031502-k3x9q2', startedAtMs: 1_795_403_702_000, plan: scriptedPlan };

/** Work that ends well, one cell at a time. */
export function working(changes: Partial<EvalWork> = {}): EvalWork {
  return {
    run: async (cell) => scriptedResult(cell),
    concurrency: () => 1,
    signal: new AbortController().signal,
    ...changes,
  };
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export async function* stream<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

export function byIndex<Item extends { readonly index: number }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => a.index - b.index);
}

export function indexes(items: readonly { readonly index: number }[]): readonly number[] {
  return byIndex(items).map(({ index }) => index);
}

/** The code of the SecCode error that `action` ends with; `no error` when it does not. */
export async function code(action: Promise<unknown>): Promise<string> {
  try {
    await action;
    return 'no error';
  } catch (error) {
    if (error instanceof SecCodeError) return error.code;
    throw error;
  }
}
