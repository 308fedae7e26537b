import { z } from 'zod';
import type { Database, Query } from './database.ts';
import type { Libraries } from './libraries.ts';

/** What a job says: which cell. The cell itself lies in our table, which a job that is retried need not copy. */
export interface CellJob {
  readonly jobId: string;
  /** Empty when the job says nothing that can be read. */
  readonly cellId: string;
}

/** The jobs of all runs, by pg-boss. Everything takes part in the transaction whose `query` it is given. */
export interface Jobs {
  /** Makes the queue of a run; nothing when it is there. Needs the right to make tables. */
  readonly prepare: (runId: string) => Promise<void>;
  readonly send: (query: Query, runId: string, cellIds: readonly string[]) => Promise<void>;
  /** The next open job, which is then nobody else's; `undefined` when there is none. */
  readonly take: (query: Query, runId: string) => Promise<CellJob | undefined>;
  /** Opens a job again that was taken. */
  readonly reopen: (query: Query, runId: string, jobIds: readonly string[]) => Promise<void>;
  /** Ends a job for good: what came of it lies in our table, so that nothing of it needs to stay. */
  readonly finish: (query: Query, runId: string, jobId: string) => Promise<void>;
  /** Takes a job out that nobody can work on. It stays in the table, for people to look at. */
  readonly setAside: (query: Query, runId: string, jobId: string) => Promise<void>;
  /** Jobs that are open or taken. */
  readonly left: (runId: string) => Promise<number>;
}

const SCHEMA = 'seccode_jobs';
/** Whether a worker is dead is decided by leases. These are as long as pg-boss takes, for jobs that somebody maintains. */
const NEVER = { retryLimit: 1_000_000, expireInSeconds: 23 * 3600, retentionMinutes: 10 * 366 * 24 * 60 } as const;

const Taken = z.array(z.object({ id: z.string(), data: z.unknown() }));
const Data = z.looseObject({ cell: z.string() });

/** Opens pg-boss on our connections. It makes or migrates its own schema, under a lock of its own. */
export async function openJobs({ PgBoss }: Pick<Libraries, 'PgBoss'>, database: Database): Promise<Jobs> {
  const boss = new PgBoss({
    schema: SCHEMA,
    db: dbOf(database.query),
    // No clocks and no clean-up: jobs that are done are gone, and dead workers are found by their leases.
    supervise: false,
    schedule: false,
  });
  // One at a time: a process that loses the race for the tables would hand back a connection with a broken transaction.
  await database.transaction(async (query) => {
    await query(`select pg_advisory_xact_lock(hashtextextended('seccode.jobs', 0))`);
    await boss.start();
  });
  return {
    prepare: async (runId) => await boss.createQueue(nameOf(runId), { name: nameOf(runId), ...NEVER }),
    send: async (query, runId, cellIds) => {
      if (cellIds.length === 0) return;
      const jobs = cellIds.map((cell) => ({ name: nameOf(runId), data: { cell } }));
      await boss.insert(jobs, { db: dbOf(query) });
    },
    take: async (query, runId) => {
      const failures: unknown[] = [];
      // pg-boss takes every failure for an empty queue, and the transaction would be dead without anybody knowing.
      const watched: Query = async (text, values) => {
        try {
          return await query(text, values);
        } catch (error) {
          failures.push(error);
          throw error;
        }
      };
      const found: unknown = await boss.fetch(nameOf(runId), { db: dbOf(watched) });
      if (failures.length > 0) throw failures[0];
      const [job] = Taken.parse(found);
      return job === undefined ? undefined : { jobId: job.id, cellId: Data.safeParse(job.data).data?.cell ?? '' };
    },
    reopen: async (query, runId, jobIds) => {
      for (const jobId of jobIds) await boss.fail(nameOf(runId), jobId, { why: 'interrupted' }, { db: dbOf(query) });
    },
    finish: async (query, runId, jobId) => await boss.deleteJob(nameOf(runId), jobId, { db: dbOf(query) }),
    setAside: async (query, runId, jobId) => await boss.cancel(nameOf(runId), jobId, { db: dbOf(query) }),
    left: async (runId) => await boss.getQueueSize(nameOf(runId), { before: 'completed' }),
  };
}

function nameOf(runId: string): string {
  return `seccode-eval-${runId}`;
}

/** Our connections as pg-boss wants them. */
function dbOf(query: Query): import('pg-boss').Db {
  return { executeSql: async (text, values) => ({ rows: [...(await query(text, values))] }) };
}
