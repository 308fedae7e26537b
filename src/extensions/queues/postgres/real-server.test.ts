import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalRun, EvalService } from '#engine/evals/eval-queue.ts';
import { scriptedCell, scriptedCells, scriptedPlan, scriptedResult } from '#testing/eval-fixture.ts';
import { describeSchema } from '#testing/postgres/describe-schema.ts';
import { findPostgres, PostgresServer } from '#testing/postgres/server.ts';
import { readAddress } from './address.ts';
import { openDatabase } from './database.ts';
import { loadLibraries } from './libraries.ts';
import { migrate, MIGRATIONS } from './migrations.ts';
import { queue } from './queue.ts';

const RUN: EvalRun = { runId: 'run-1', startedAtMs: 1000, plan: scriptedPlan };

/** Ends once `count` results are kept. */
function serving(count: number, changes: Partial<EvalService> = {}): EvalService {
  const draining = new AbortController();
  let left = count;
  return {
    concurrency: () => 2,
    run: async (cell) => scriptedResult(cell),
    onResult: () => {
      left -= 1;
      if (left === 0) draining.abort();
    },
    draining: draining.signal,
    signal: new AbortController().signal,
    ...changes,
  };
}

// With PostgreSQL of this machine (Debian: postgresql). Where it is missing, the skip is seen.
describe.skipIf(findPostgres() === undefined)('the queue over a real server', () => {
  let server: PostgresServer;
  let databases = 0;
  const database = async (): Promise<string> => {
    databases += 1;
    const name = `own_${String(databases)}`;
    await server.makeDatabase(name);
    return name;
  };

  beforeAll(async () => {
    server = await PostgresServer.start();
  }, 60_000);
  afterAll(async () => {
    await server.remove();
  });

  it('has the tables that schema.sql shows, however many processes make them at once', async () => {
    const name = await database();

    await Promise.all([1, 2, 3].map(() => queue.list(server.address(name))));

    await expect(await describeSchema(server, name)).toMatchFileSnapshot('./schema.sql');
    expect(await server.sql(name, 'select version from seccode.migration')).toEqual([{ version: MIGRATIONS.length }]);
  });

  it('refuses tables that are newer, and takes back a step that fails', async () => {
    const name = await database();
    await queue.list(server.address(name));
    const own = openDatabase(await loadLibraries(), readAddress(server.address(name)));
    const broken = [...MIGRATIONS, 'create table seccode.half (a integer); select 1 / 0'];

    await expect(migrate(own, broken)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await server.sql(name, `select to_regclass('seccode.half') as found`)).toEqual([{ found: null }]);
    await migrate(own, [...MIGRATIONS, 'create table seccode.whole (a integer)']);
    await own.close();

    await expect(queue.list(server.address(name))).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringContaining('of version 2, and this SecCode knows up to version 1') as string,
    });
  });

  it('serves all runs, in turn, and leaves those alone that it does not want', async () => {
    const address = server.address(await database());
    for (const runId of ['run-1', 'run-2', 'run-3']) {
      const run = await queue.create(address, { ...RUN, runId });
      await run.add(scriptedCells(2));
      await run.close();
    }
    const from: string[] = [];

    await queue.serve?.(
      address,
      serving(4, {
        concurrency: () => 1,
        accepts: async ({ runId }) => runId !== 'run-2',
        run: async (cell, { runId }) => {
          from.push(runId);
          return scriptedResult(cell);
        },
      }),
    );

    expect(from).toEqual(['run-1', 'run-3', 'run-1', 'run-3']);
  });

  it('puts aside what was slipped in, and works on the rest', async () => {
    const name = await database();
    const address = server.address(name);
    const run = await queue.create(address, RUN);
    await run.add(scriptedCells(3));
    const forged = JSON.stringify({ ...scriptedCell(0), model: 'expensive/model' });
    await server.sql(name, 'update seccode.eval_cell set cell = $1 where cell::json->>$2 = $3', [forged, 'index', '0']);
    await server.sql(
      name,
      `update seccode.eval_cell set cell = '{' where cell_id = (select max(cell_id) from seccode.eval_cell where cell <> $1)`,
      [forged],
    );
    const problems: string[] = [];
    const models: string[] = [];

    await queue.serve?.(
      address,
      serving(1, {
        run: async (cell) => {
          models.push(cell.model);
          return scriptedResult(cell);
        },
        onProblem: (message) => problems.push(message),
      }),
    );

    expect(models).toEqual(['scripted/coder']);
    await expect(
      run.work({ ...serving(0), run: async (cell) => scriptedResult(cell), onResult: () => undefined }),
    ).rejects.toMatchObject({ code: 'STORE_FAILED', message: expect.stringContaining('2 cells') as string });
    await run.close();
  });

  it('leaves a slow worker its cell for longer than a lease, while another looks for the dead', async () => {
    const name = await database();
    const address = server.address(name, { seccode_lease: '1' });
    const run = await queue.create(address, RUN);
    await run.add(scriptedCells(1));
    const heard = `select exists (select from seccode.eval_worker natural join seccode.eval_claim
      where seen_at > claimed_at + interval '2 s') as found`;
    let taken = 0;
    const work = {
      concurrency: () => 1,
      signal: new AbortController().signal,
      run: async (cell: ReturnType<typeof scriptedCell>) => {
        taken += 1;
        while ((await server.sql(name, heard))[0]?.['found'] !== true);
        return scriptedResult(cell);
      },
    };
    const other = await queue.open(address, RUN.runId);

    await Promise.all([run.work(work), other.work(work)]);

    expect(taken).toBe(1);
    await run.close();
    await other.close();
  });

  it('goes on after the server was restarted, and gives up when it stays away', async () => {
    const address = server.address(await database(), { seccode_lease: '4' });
    const run = await queue.create(address, RUN);
    await run.add(scriptedCells(4));
    let restarts = 0;

    await run.work({
      concurrency: () => 1,
      signal: new AbortController().signal,
      run: async (cell) => {
        if (cell.index === 1 && restarts === 0) {
          restarts += 1;
          await server.stop();
          await server.run();
        }
        return scriptedResult(cell);
      },
    });

    expect(await run.progress()).toMatchObject({ total: 4, done: 4 });
    expect(restarts).toBe(1);
    await run.close();
    const impatient = `${address}&seccode_patience=0`;
    const other = await queue.create(impatient, { ...RUN, runId: 'run-2' });
    await other.add(scriptedCells(1));
    const away = other.work({
      concurrency: () => 1,
      signal: new AbortController().signal,
      run: async (cell) => {
        await server.stop();
        return scriptedResult(cell);
      },
    });
    await expect(away).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await server.run();
    await other.close();
  });
});
