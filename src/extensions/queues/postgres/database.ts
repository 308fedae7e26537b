import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { PostgresAddress } from './address.ts';
import { databaseFailed, isClash, isPassing } from './failures.ts';
import type { Libraries } from './libraries.ts';

/** Runs one statement. @returns its rows, to be checked before use. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly unknown[]>;

/** One database, with connections that come and go. All errors are SecCode's, without passwords. */
export interface Database {
  readonly query: Query;
  /** All or nothing. Repeated from the start where two transactions were in each other's way. */
  readonly transaction: <Value>(action: (query: Query) => Promise<Value>) => Promise<Value>;
  /** Asks again while the database is away, until patience ends or the signal is aborted. */
  readonly patiently: <Value>(action: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>;
  /** May be called twice. */
  readonly close: () => Promise<void>;
}

const Answer = z.looseObject({ rows: z.array(z.unknown()) });
const SECOND_MS = 1000;
const FIRST_PAUSE_MS = 200;
/** How often a transaction that clashed is repeated. */
const REPEATS = 5;
const LONGEST_PAUSE_MS = 5 * SECOND_MS;

/** Opens no connection yet. */
export function openDatabase(
  { Pool: PoolClass }: Pick<Libraries, 'Pool'>,
  { connectionString, secrets, patienceSeconds }: PostgresAddress,
): Database {
  const pool = new PoolClass({
    connectionString,
    application_name: 'seccode',
    max: 5,
    keepAlive: true,
    connectionTimeoutMillis: 15 * SECOND_MS,
    idleTimeoutMillis: 30 * SECOND_MS,
    statement_timeout: 60 * SECOND_MS,
    // A little longer than the server's, for a server that went without a word.
    query_timeout: 75 * SECOND_MS,
    idle_in_transaction_session_timeout: 60 * SECOND_MS,
  });
  // A connection that breaks while nobody uses it is replaced by the next one that is needed.
  pool.on('error', () => undefined);
  let closing: Promise<void> | undefined;

  const patiently = async <Value>(action: () => Promise<Value>, signal?: AbortSignal): Promise<Value> => {
    let waitedMs = 0;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await action();
      } catch (error) {
        const isOver = waitedMs >= patienceSeconds * SECOND_MS || signal?.aborted === true;
        if (!isPassing(error) || isOver) throw databaseFailed(error, secrets);
      }
      await sleep(pauseMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      waitedMs += pauseMs;
    }
  };

  return {
    query: async (text, values = []) => {
      try {
        return await ask(pool, text, values);
      } catch (error) {
        throw databaseFailed(error, secrets);
      }
    },
    transaction: async (action) => {
      for (let left = REPEATS; ; left -= 1) {
        try {
          return await inTransaction(pool, action);
        } catch (error) {
          if (!isClash(error) || left === 0) throw databaseFailed(error, secrets);
        }
      }
    },
    patiently,
    close: async () => {
      closing ??= pool.end();
      await closing;
    },
  };
}

async function inTransaction<Value>(pool: Pool, action: (query: Query) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  let isBroken = false;
  // Without a listener a connection that breaks between two statements would end the process.
  const onError = (): void => {
    isBroken = true;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const value = await action((text, values = []) => ask(client, text, values));
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch(onError);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(isBroken);
  }
}

async function ask(on: Pool | PoolClient, text: string, values: readonly unknown[]): Promise<readonly unknown[]> {
  const found: unknown = await on.query(text, [...values]);
  // Several statements in one text have a result each.
  const last: unknown = Array.isArray(found) ? found.at(-1) : found;
  return Answer.parse(last).rows;
}
