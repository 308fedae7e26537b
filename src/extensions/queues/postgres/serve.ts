import type { EvalRun, EvalService } from '#engine/evals/eval-queue.ts';
import { takeCell, type Taking } from './cells.ts';
import type { Connection } from './connection.ts';
import { isPassing } from './failures.ts';
import type { Presence } from './presence.ts';
import { readRun, unfinishedRuns } from './tables.ts';
import { workOnCells } from './work-on-cells.ts';

/** Works on the cells of every run, one cell of each in turn, until it is told to stop. */
export async function serve(connection: Connection, service: EvalService): Promise<void> {
  const { database } = connection;
  const { concurrency, draining, signal, onProblem } = service;
  const runs = new Map<string, EvalRun>();
  const unreadable = new Set<string>();
  let waiting: readonly string[] = [];

  const known = async (runId: string): Promise<EvalRun | undefined> => {
    if (unreadable.has(runId)) return undefined;
    const run = runs.get(runId) ?? (await readable(runId));
    if (run !== undefined) runs.set(runId, run);
    else {
      unreadable.add(runId);
      onProblem?.(`The plan of the run '${runId}' cannot be read; its cells are left alone.`);
    }
    return run;
  };
  const readable = async (runId: string): Promise<EvalRun | undefined> => {
    try {
      return await readRun(database.query, runId);
    } catch (error) {
      if (isPassing(error)) throw error;
      return undefined;
    }
  };
  const take = async (presence: Presence): Promise<Taking> => {
    const isNewRound = waiting.length === 0;
    if (isNewRound) waiting = await unfinishedRuns(database.query);
    while (waiting[0] !== undefined) {
      const [runId] = waiting;
      waiting = waiting.slice(1);
      const run = await known(runId);
      if (run === undefined || (await service.accepts?.(run)) === false) continue;
      const taking = await takeCell(connection, presence, run);
      if (taking !== 'none') return taking;
    }
    return isNewRound ? 'none' : 'again';
  };

  await workOnCells(connection, {
    take,
    isOver: () => Promise.resolve(false),
    run: async ({ cell, runId }, cellSignal) => {
      const run = runs.get(runId);
      if (run === undefined) throw new Error(`The run ${runId} was taken from and not read.`);
      return await service.run(cell, run, cellSignal);
    },
    onKept: ({ runId }, result, progress) => {
      const run = runs.get(runId);
      if (run !== undefined) service.onResult?.(result, run, progress);
    },
    onDamaged: () => onProblem?.('A cell cannot be read, and was put aside.'),
    concurrency,
    draining,
    signal,
  });
}
