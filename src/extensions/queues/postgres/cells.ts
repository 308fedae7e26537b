import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalProgress, EvalRun } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Connection } from './connection.ts';
import type { Query } from './database.ts';
import type { Claim, Presence } from './presence.ts';
import { addCells, addResult, closeLayout, hasResult, readCell, readProgress, removeErrors } from './tables.ts';

/** A cell that this worker has. */
export interface Taken extends Claim {
  readonly cell: EvalCell;
}

/** What came of asking for a cell. `again`: there may be one. `damaged`: one was put aside that nobody can read. */
export type Taking = Taken | 'none' | 'again' | 'damaged';

/** Cells that are written at once, at most. */
const BATCH_CELLS = 100;
/** Characters of code that are written at once, about. */
const BATCH_CHARACTERS = 4_000_000;

/** Lays out cells, each with its job, a batch at a time. */
export async function layOut(connection: Connection, runId: string, cells: AsyncIterable<EvalCell>): Promise<void> {
  const { database } = connection;
  let batch: EvalCell[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    characters = 0;
    await database.patiently(async () => await database.transaction(async (query) => await addBatch(query, full)));
  };
  const addBatch = async (query: Query, added: readonly EvalCell[]): Promise<void> => {
    await connection.jobs.send(query, runId, await addCells(query, runId, added));
  };
  for await (const cell of cells) {
    batch.push(cell);
    characters += (cell.sample.files ?? []).reduce((sum, { text }) => sum + text.length, 0);
    if (batch.length >= BATCH_CELLS || characters >= BATCH_CHARACTERS) await flush();
  }
  await flush();
  await database.patiently(async () => await closeLayout(database.query, runId));
}

/** Forgets results with an error, and opens their cells. */
export async function reopenErrors({ database, jobs }: Connection, runId: string): Promise<number> {
  return await database.transaction(async (query) => {
    const cellIds = await removeErrors(query, runId);
    await jobs.send(query, runId, cellIds);
    return cellIds.length;
  });
}

/** Takes the next open cell of a run: job and claim in one step, so that a killed worker has both or neither. */
export async function takeCell(
  { database, jobs }: Pick<Connection, 'database' | 'jobs'>,
  presence: Presence,
  run: EvalRun,
): Promise<Taking> {
  const { runId } = run;
  const taking = await database.transaction<Taking | 'unknown'>(async (query) => {
    if (!(await presence.isKnown(query))) return 'unknown';
    const job = await jobs.take(query, runId);
    if (job === undefined) return 'none';
    const { jobId, cellId } = job;
    // Somebody who counted as dead was quicker in the end.
    if (await hasResult(query, runId, cellId)) {
      await jobs.finish(query, runId, jobId);
      return 'again';
    }
    const cell = await readCell(query, run, cellId);
    if (cell === undefined) {
      await jobs.setAside(query, runId, jobId);
      return 'damaged';
    }
    const taken: Taken = { runId, cellId, jobId, cell };
    await presence.claim(query, taken);
    return taken;
  });
  if (taking !== 'unknown') return taking;
  await presence.renew();
  return 'again';
}

/**
 * Keeps a result and closes the cell, in one step; whoever comes second changes nothing.
 *
 * @returns how far the run is; `undefined` when there was a result already.
 */
export async function keepResult(
  { database, jobs }: Pick<Connection, 'database' | 'jobs'>,
  { runId, cellId, jobId }: Taken,
  result: EvalResult,
): Promise<EvalProgress | undefined> {
  return await database.transaction(async (query) => {
    const isFirst = await addResult(query, runId, cellId, result);
    await query('delete from seccode.eval_claim where run_id = $1 and cell_id = $2', [runId, cellId]);
    await jobs.finish(query, runId, jobId);
    return isFirst ? await readProgress(query, runId) : undefined;
  });
}
