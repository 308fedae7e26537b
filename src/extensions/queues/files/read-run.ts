import { join } from 'node:path';
import type { EvalRecord, EvalRun } from '#engine/evals/eval-queue.ts';
import { countCells } from './cells-file.ts';
import { CELLS, RESULTS } from './file-run-queue.ts';
import { progressOf } from './progress.ts';
import { readResults, tallyOf } from './results-file.ts';

/** A run in a folder, to look at: takes no lock and writes nothing. */
export function recordIn(folder: string, run: EvalRun): EvalRecord {
  return {
    run,
    progress: async () =>
      progressOf((await tallyOf(join(folder, RESULTS))).tally, await countCells(join(folder, CELLS))),
    results: () => readResults(join(folder, RESULTS)),
    close: () => Promise.resolve(),
  };
}
