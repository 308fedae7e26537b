import type { EvalProgress } from '#engine/evals/eval-queue.ts';
import type { CellsCount } from './cells-file.ts';
import type { Tally } from './results-file.ts';

/** How far a run is, from what its files say. */
export function progressOf({ done, failed, tokens, cost }: Tally, cells: CellsCount): EvalProgress {
  return {
    ...(cells.isComplete ? { total: cells.cells } : {}),
    done: done.size,
    errors: failed.size,
    tokens,
    cost,
  };
}
