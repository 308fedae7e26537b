import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { totalTokens } from '#core/usage.ts';
import { type EvalCell, cellKey } from '#engine/evals/eval-cell.ts';
import { parseEvalCell, parseEvalPlan, parseEvalResult } from '#engine/evals/eval-json.ts';
import type { EvalProgress, EvalRun } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { isSessionId } from '#engine/storage/session-id.ts';
import type { Query } from './database.ts';

const RunRow = z.object({ run_id: z.string(), started_at_ms: z.coerce.number(), plan: z.string() });
const Head = z.object({ run_id: z.string(), started_at_ms: z.coerce.number() });
const Id = z.object({ cell_id: z.string() });
const Progress = z.tuple([
  z.object({
    total: z.int().nullable(),
    done: z.coerce.number(),
    errors: z.coerce.number(),
    tokens: z.coerce.number(),
    cost: z.number().nullable(),
  }),
]);
const ResultRow = z.object({ cell_id: z.string(), result: z.string() });
/** Results that are read at once. */
const PAGE = 50;

/** Name of a cell in the tables: of one length, and without characters that a database refuses. */
export function cellIdOf(cell: EvalCell): string {
  return createHash('sha256').update(cellKey(cell)).digest('hex');
}

/** Makes the run unless it is there. @throws {SecCodeError} `INPUT_INVALID` when it is there with another plan. */
export async function makeRun(query: Query, run: EvalRun): Promise<EvalRun> {
  const values = [run.runId, run.startedAtMs, JSON.stringify(run.plan)];
  await query(
    'insert into seccode.eval_run (run_id, started_at_ms, plan) values ($1, $2, $3) on conflict do nothing',
    values,
  );
  const kept = await readRun(query, run.runId);
  // As JSON has it: fields that hold `undefined` are none.
  if (kept !== undefined && isDeepStrictEqual(kept.plan, parseEvalPlan(JSON.stringify(run.plan)))) return kept;
  throw new SecCodeError('INPUT_INVALID', `The run '${run.runId}' is there already with another plan.`, {
    remedy: 'Give the new run another name, or go on with the old one as it was planned.',
  });
}

/** `undefined` when there is no such run. @throws {SecCodeError} `STORE_FAILED` when its plan cannot be read. */
export async function readRun(query: Query, runId: string): Promise<EvalRun | undefined> {
  const rows = await query('select run_id, started_at_ms, plan from seccode.eval_run where run_id = $1', [runId]);
  const [row] = z.array(RunRow).parse(rows);
  if (row === undefined) return undefined;
  const plan = parseEvalPlan(row.plan);
  if (plan === undefined) throw damaged(`The plan of the run '${runId}'`);
  return { runId, startedAtMs: row.started_at_ms, plan };
}

/** All runs, newest first. Names that are none of ours are left out. */
export async function listRuns(query: Query): Promise<readonly Pick<EvalRun, 'runId' | 'startedAtMs'>[]> {
  const rows = z
    .array(Head)
    .parse(await query('select run_id, started_at_ms from seccode.eval_run order by started_at_ms desc, run_id desc'));
  return rows
    .map(({ run_id, started_at_ms }) => ({ runId: run_id, startedAtMs: started_at_ms }))
    .filter(({ runId }) => isSessionId(runId));
}

/** Runs with cells that have no result, oldest first. */
export async function unfinishedRuns(query: Query): Promise<readonly string[]> {
  const rows = await query(
    `select run_id, started_at_ms from seccode.eval_run run
      where total is null or total > (select count(*) from seccode.eval_result result where result.run_id = run.run_id)
      order by started_at_ms, run_id`,
  );
  return z
    .array(Head)
    .parse(rows)
    .map(({ run_id }) => run_id)
    .filter(isSessionId);
}

/** Keeps cells. @returns the names of those that were not there. */
export async function addCells(query: Query, runId: string, cells: readonly EvalCell[]): Promise<readonly string[]> {
  const rows = await query(
    `insert into seccode.eval_cell (run_id, cell_id, cell) select $1, * from unnest($2::text[], $3::text[])
      on conflict do nothing returning cell_id`,
    [runId, cells.map(cellIdOf), cells.map((cell) => JSON.stringify(cell))],
  );
  return z
    .array(Id)
    .parse(rows)
    .map(({ cell_id }) => cell_id);
}

/** Says that all cells are there. */
export async function closeLayout(query: Query, runId: string): Promise<void> {
  await query(
    `update seccode.eval_run set total = (select count(*) from seccode.eval_cell where run_id = $1) where run_id = $1`,
    [runId],
  );
}

/**
 * One cell; `undefined` when it is not there or cannot be read, is another than its name says, or is none of the run's plan:
 * whoever slips one in could else name any model.
 */
export async function readCell(query: Query, { runId, plan }: EvalRun, cellId: string): Promise<EvalCell | undefined> {
  const rows = await query('select cell from seccode.eval_cell where run_id = $1 and cell_id = $2', [runId, cellId]);
  const [row] = z.array(z.object({ cell: z.string() })).parse(rows);
  const cell = row === undefined ? undefined : parseEvalCell(row.cell);
  if (cell === undefined || cellIdOf(cell) !== cellId) return undefined;
  return plan.models.includes(cell.model) && plan.strategies.includes(cell.strategy) ? cell : undefined;
}

/** Whether the cell has its result. */
export async function hasResult(query: Query, runId: string, cellId: string): Promise<boolean> {
  const rows = await query('select 1 from seccode.eval_result where run_id = $1 and cell_id = $2', [runId, cellId]);
  return rows.length > 0;
}

/** Keeps a result unless there is one: the first that comes stays. @returns whether it was the first. */
export async function addResult(query: Query, runId: string, cellId: string, result: EvalResult): Promise<boolean> {
  const { usage, cost, error } = result;
  const rows = await query(
    `insert into seccode.eval_result (run_id, cell_id, result, has_error, tokens, cost_micro_usd)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning cell_id`,
    [runId, cellId, JSON.stringify(result), error !== undefined, totalTokens(usage), cost === 'unknown' ? null : cost],
  );
  return rows.length > 0;
}

/** Forgets results with an error. @returns the names of their cells. */
export async function removeErrors(query: Query, runId: string): Promise<readonly string[]> {
  const rows = await query('delete from seccode.eval_result where run_id = $1 and has_error returning cell_id', [
    runId,
  ]);
  return z
    .array(Id)
    .parse(rows)
    .map(({ cell_id }) => cell_id);
}

/** How far the run is. */
export async function readProgress(query: Query, runId: string): Promise<EvalProgress> {
  const rows = await query(
    `select run.total, count(cell_id) as done, count(*) filter (where has_error) as errors,
        coalesce(sum(tokens), 0) as tokens,
        case when count(cell_id) = count(cost_micro_usd) then coalesce(sum(cost_micro_usd), 0) end as cost
      from seccode.eval_run run left join seccode.eval_result using (run_id) where run_id = $1 group by run_id`,
    [runId],
  );
  const [{ total, done, errors, tokens, cost }] = Progress.parse(rows);
  return { ...(total === null ? {} : { total }), done, errors, tokens, cost: cost ?? 'unknown' };
}

/**
 * The results of a run, by the names of their cells, a page at a time.
 *
 * @throws {SecCodeError} `STORE_FAILED` when one cannot be read.
 */
export async function* readResults(query: Query, runId: string): AsyncGenerator<EvalResult> {
  let after = '';
  for (;;) {
    const rows = await query(
      `select cell_id, result from seccode.eval_result where run_id = $1 and cell_id > $2 order by cell_id limit ${PAGE}`,
      [runId, after],
    );
    for (const { cell_id, result: text } of z.array(ResultRow).parse(rows)) {
      const result = parseEvalResult(text);
      if (result === undefined) throw damaged(`A result of the run '${runId}'`);
      yield result;
      after = cell_id;
    }
    if (rows.length < PAGE) return;
  }
}

function damaged(what: string): SecCodeError {
  return new SecCodeError('STORE_FAILED', `${what} cannot be read.`, {
    remedy: 'Find out who else writes to this database, and start the run anew under another name.',
  });
}
