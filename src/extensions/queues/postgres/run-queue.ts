import { SecCodeError } from '#core/errors.ts';
import type { EvalRun, EvalRunQueue } from '#engine/evals/eval-queue.ts';
import { layOut, reopenErrors, takeCell } from './cells.ts';
import type { Connection } from './connection.ts';
import { readProgress, readResults } from './tables.ts';
import { workOnCells } from './work-on-cells.ts';

/** One run over a connection, which closes with it. */
export function openRunQueue(connection: Connection, run: EvalRun): EvalRunQueue {
  const { database, jobs } = connection;
  const { runId } = run;
  return {
    run,
    add: async (cells) => await layOut(connection, runId, cells),
    reopenErrors: async () => await reopenErrors(connection, runId),
    work: async ({ run: runOne, concurrency, onResult, signal }) =>
      await workOnCells(connection, {
        take: async (presence) => await takeCell(connection, presence, run),
        isOver: async () => {
          // In this order: what is neither open nor taken will get no result any more.
          const left = await jobs.left(runId);
          const { total, done } = await readProgress(database.query, runId);
          if (total === undefined || (done < total && left > 0)) return false;
          if (done < total) throw stuck(runId, total - done);
          return true;
        },
        run: async ({ cell }, cellSignal) => await runOne(cell, cellSignal),
        onKept: (_, result, progress) => onResult?.(result, progress),
        onDamaged: () => undefined,
        concurrency,
        signal,
      }),
    progress: async () => await readProgress(database.query, runId),
    results: () => readResults(database.query, runId),
    close: async () => await database.close(),
  };
}

function stuck(runId: string, cells: number): SecCodeError {
  return new SecCodeError('STORE_FAILED', `${cells} cells of the run '${runId}' cannot be read, or have no job.`, {
    remedy: 'Find out who else writes to this database, and start the run anew under another name.',
  });
}
