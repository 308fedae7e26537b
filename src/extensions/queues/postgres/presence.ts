import { z } from 'zod';
import type { Database, Query } from './database.ts';
import type { CellJob, Jobs } from './jobs.ts';

/** A job with the run that it belongs to. */
export interface Claim extends CellJob {
  readonly runId: string;
}

/** One worker as the others see it. */
export interface Presence {
  /** Whether it still counts as alive; where not, `renew` brings it back. */
  readonly isKnown: (query: Query) => Promise<boolean>;
  /** Says that this worker has a cell. Part of the transaction that takes the job. */
  readonly claim: (query: Query, claim: Claim) => Promise<void>;
  /** Gives a cell back, unless it was taken away meanwhile. */
  readonly release: (claim: Claim) => Promise<void>;
  /**
   * Gives a sign of life, and opens the cells of workers that gave none for longer than their lease.
   *
   * @returns names of the cells that this worker still has, each as `run cell`.
   */
  readonly renew: () => Promise<ReadonlySet<string>>;
  /** Takes leave. Cells that it still has are open again. */
  readonly leave: () => Promise<void>;
}

const Worker = z.tuple([z.object({ worker_id: z.string() })]);
const ClaimRow = z.object({ run_id: z.string(), cell_id: z.string(), job_id: z.string() });

/** How a claim is named among those that are still there. */
export function claimName({ runId, cellId }: Pick<Claim, 'runId' | 'cellId'>): string {
  return `${runId} ${cellId}`;
}

/** Signs a worker in. All times are the database's, so that clocks of machines do not matter. */
export async function signIn(database: Database, jobs: Jobs, leaseSeconds: number): Promise<Presence> {
  let workerId = await register(database.query, leaseSeconds);

  const reopen = async (query: Query, workerIds: readonly string[]): Promise<void> => {
    const rows = await query(
      'delete from seccode.eval_claim where worker_id = any($1::bigint[]) returning run_id, cell_id, job_id',
      [workerIds],
    );
    for (const { run_id, job_id } of z.array(ClaimRow).parse(rows)) await jobs.reopen(query, run_id, [job_id]);
    await query('delete from seccode.eval_worker where worker_id = any($1::bigint[])', [workerIds]);
  };

  const buryTheDead = async (): Promise<void> => {
    await database.transaction(async (query) => {
      // When the database was away, everybody looks dead: only who heard nothing for a lease of its own may say so.
      const rows = await query(
        `select dead.worker_id from seccode.eval_worker dead, seccode.eval_worker me
          where me.worker_id = $1 and dead.seen_at < now() - dead.lease and me.steady_since < now() - dead.lease
          for update of dead skip locked`,
        [workerId],
      );
      const dead = z.array(z.object({ worker_id: z.string() })).parse(rows);
      if (dead.length > 0)
        await reopen(
          query,
          dead.map(({ worker_id }) => worker_id),
        );
    });
  };

  return {
    isKnown: async (query) => {
      const rows = await query('select 1 from seccode.eval_worker where worker_id = $1 for key share', [workerId]);
      return rows.length > 0;
    },
    claim: async (query, { runId, cellId, jobId }) => {
      await query(
        `insert into seccode.eval_claim (run_id, cell_id, job_id, worker_id) values ($1, $2, $3, $4)
          on conflict (run_id, cell_id)
          do update set job_id = excluded.job_id, worker_id = excluded.worker_id, claimed_at = now()`,
        [runId, cellId, jobId, workerId],
      );
    },
    release: async ({ runId, cellId }) => {
      await database.transaction(async (query) => {
        const rows = await query(
          `delete from seccode.eval_claim where run_id = $1 and cell_id = $2 and worker_id = $3
            returning run_id, cell_id, job_id`,
          [runId, cellId, workerId],
        );
        for (const { job_id } of z.array(ClaimRow).parse(rows)) await jobs.reopen(query, runId, [job_id]);
      });
    },
    renew: async () => {
      const seen = await database.query(
        `update seccode.eval_worker set seen_at = now(),
            steady_since = case when seen_at < now() - lease / 2 then now() else steady_since end
          where worker_id = $1 returning worker_id`,
        [workerId],
      );
      // The others took it for dead: it comes back as a new one, without its cells.
      if (seen.length === 0) workerId = await register(database.query, leaseSeconds);
      await buryTheDead();
      const rows = await database.query('select run_id, cell_id, job_id from seccode.eval_claim where worker_id = $1', [
        workerId,
      ]);
      return new Set(
        z
          .array(ClaimRow)
          .parse(rows)
          .map(({ run_id, cell_id }) => claimName({ runId: run_id, cellId: cell_id })),
      );
    },
    leave: async () => {
      await database.transaction(async (query) => await reopen(query, [workerId]));
    },
  };
}

async function register(query: Query, leaseSeconds: number): Promise<string> {
  const rows = await query(
    'insert into seccode.eval_worker (lease) values (make_interval(secs => $1)) returning worker_id',
    [leaseSeconds],
  );
  const [{ worker_id }] = Worker.parse(rows);
  return worker_id;
}
