import { SecCodeError } from '#core/errors.ts';
import type { EvalQueue, EvalRunQueue } from '#engine/evals/eval-queue.ts';
import { checkSessionId } from '#engine/storage/session-id.ts';
import { isPostgresAddress } from './address.ts';
import { type Connection, connect } from './connection.ts';
import { openRunQueue } from './run-queue.ts';
import { serve } from './serve.ts';
import { listRuns, makeRun, readRun } from './tables.ts';

/** Runs in PostgreSQL: cells and results in tables of ours, jobs by pg-boss. Any number of machines work on them. */
export const queue: EvalQueue = {
  name: 'postgres',
  title: 'PostgreSQL',
  accepts: isPostgresAddress,
  create: async (address, run) => {
    checkSessionId(run.runId);
    return await opened(address, async (connection) => {
      const { database, jobs } = connection;
      await jobs.prepare(run.runId);
      return openRunQueue(connection, await makeRun(database.query, run));
    });
  },
  open: openRun,
  // Nobody is kept from a run here: to look at it is to open it.
  read: openRun,
  list: async (address) => await during(address, async ({ database }) => await listRuns(database.query)),
  serve: async (address, service) => await during(address, async (connection) => await serve(connection, service)),
};

async function openRun(address: string, runId: string): Promise<EvalRunQueue> {
  checkSessionId(runId);
  return await opened(address, async (connection) => {
    const run = await readRun(connection.database.query, runId);
    if (run !== undefined) return openRunQueue(connection, run);
    throw new SecCodeError('SESSION_NOT_FOUND', `There is no run '${runId}' in this database.`, {
      remedy: 'Check the name, and the address of the queue.',
    });
  });
}

/** Connects, and stays connected unless `action` fails. */
async function opened<Value>(address: string, action: (connection: Connection) => Promise<Value>): Promise<Value> {
  const connection = await connect(address);
  try {
    return await action(connection);
  } catch (error) {
    await connection.database.close();
    throw error;
  }
}

/** Connects for as long as `action` takes. */
async function during<Value>(address: string, action: (connection: Connection) => Promise<Value>): Promise<Value> {
  const connection = await connect(address);
  try {
    return await action(connection);
  } finally {
    await connection.database.close();
  }
}
