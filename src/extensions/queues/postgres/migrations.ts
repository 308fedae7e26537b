import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import type { Database, Query } from './database.ts';

/**
 * The tables, step by step. A step that was released never changes: what is to be different comes as one more step, so
 * that every database has gone the same way. `schema.sql` shows where it leads.
 *
 * Cells, plans and results are JSON as text: `jsonb` takes no zero bytes and no halves of characters.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table seccode.eval_run (
    run_id text primary key,
    started_at_ms bigint not null,
    plan text not null,
    -- Cells of the run; null while they are being laid out.
    total integer
  );
  create table seccode.eval_cell (
    run_id text not null references seccode.eval_run on delete cascade,
    -- SHA-256 of the cell's name, which may be longer than an index takes.
    cell_id text not null,
    cell text not null,
    primary key (run_id, cell_id)
  );
  create table seccode.eval_result (
    run_id text not null,
    cell_id text not null,
    result text not null,
    has_error boolean not null,
    tokens bigint not null,
    -- Null: not known.
    cost_micro_usd double precision,
    kept_at timestamptz not null default now(),
    primary key (run_id, cell_id),
    foreign key (run_id, cell_id) references seccode.eval_cell on delete cascade
  );
  create table seccode.eval_worker (
    worker_id bigint generated always as identity primary key,
    client text not null default coalesce(host(inet_client_addr()), 'local'),
    lease interval not null,
    seen_at timestamptz not null default now(),
    -- Since when it has been heard of without a gap.
    steady_since timestamptz not null default '-infinity'
  );
  create table seccode.eval_claim (
    run_id text not null,
    cell_id text not null,
    job_id uuid not null,
    worker_id bigint not null references seccode.eval_worker,
    claimed_at timestamptz not null default now(),
    primary key (run_id, cell_id),
    foreign key (run_id, cell_id) references seccode.eval_cell on delete cascade
  );
  create index eval_claim_worker on seccode.eval_claim (worker_id);
  `,
];

const Version = z.tuple([z.object({ version: z.int() })]);

/**
 * Brings the tables to the newest step, in one transaction; several processes at once wait for each other.
 *
 * Looks first, so that a worker needs no right to make tables.
 *
 * @throws {SecCodeError} `STORE_FAILED` when the tables are newer than this program.
 */
export async function migrate(database: Database, steps: readonly string[] = MIGRATIONS): Promise<void> {
  if ((await versionOf(database.query)) === steps.length) return;
  await database.transaction(async (query) => {
    await query(`select pg_advisory_xact_lock(hashtextextended('seccode.migration', 0))`);
    const version = await versionOf(query);
    if (version > steps.length) throw tooNew(version, steps.length);
    if (version === 0) {
      await query('create schema if not exists seccode');
      await query(
        'create table if not exists seccode.migration (version integer primary key, applied_at timestamptz not null default now())',
      );
    }
    for (const [index, step] of steps.entries()) {
      if (index < version) continue;
      await query(step);
      await query('insert into seccode.migration (version) values ($1)', [index + 1]);
    }
  });
}

/** The newest step that was gone; 0 when there is nothing yet. */
async function versionOf(query: Query): Promise<number> {
  // to_regclass would not do: who waited for the lock may remember that there was nothing.
  const found = await query(`select 1 from pg_tables where schemaname = 'seccode' and tablename = 'migration'`);
  if (found.length === 0) return 0;
  const [{ version }] = Version.parse(
    await query('select coalesce(max(version), 0)::integer as version from seccode.migration'),
  );
  return version;
}

function tooNew(version: number, known: number): SecCodeError {
  return new SecCodeError(
    'STORE_FAILED',
    `The tables of the queue are of version ${version}, and this SecCode knows up to version ${known}.`,
    { remedy: 'Install the newer SecCode on this machine, too.' },
  );
}
