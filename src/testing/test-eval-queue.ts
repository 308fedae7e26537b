import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalQueue, EvalRun, EvalRunQueue } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { scriptedCells, scriptedPlan, scriptedResult } from './eval-fixture.ts';
import { RUN, all, byIndex, code, working } from './eval-queue-tools.ts';
import { OtherWorker } from './other-worker.ts';
import { testEvalRecovery } from './test-eval-recovery.ts';

/** A kind of queue as the kit needs it. */
export interface EvalQueueUnderTest {
  readonly queue: EvalQueue;
  /** Address of the module that exports `queue`, for other processes to load. */
  readonly module: string;
  /** Address of an empty queue, a new one each time. */
  readonly address: () => Promise<string>;
  /** Whether several processes may work on one run at once; where not, the second is refused. */
  readonly isShared: boolean;
}

/** The one suite that every queue must pass; call it inside the queue's own test file. */
export function testEvalQueue(
  name: string,
  { queue, module, address: newAddress, isShared }: EvalQueueUnderTest,
): void {
  let address: string;
  const open: EvalRunQueue[] = [];
  const others: OtherWorker[] = [];

  const create = async (run: EvalRun = RUN): Promise<EvalRunQueue> => kept(await queue.create(address, run));
  const reopen = async (runId: string = RUN.runId): Promise<EvalRunQueue> => kept(await queue.open(address, runId));
  const kept = (run: EvalRunQueue): EvalRunQueue => {
    open.push(run);
    return run;
  };
  const other = (first: number): OtherWorker => {
    const started = new OtherWorker([module, address, RUN.runId, String(first)]);
    others.push(started);
    return started;
  };

  beforeEach(async () => {
    address = await newAddress();
  });
  afterEach(async () => {
    await Promise.all(others.splice(0).map((worker) => worker.kill()));
    await Promise.all(open.splice(0).map((run) => run.close()));
  });

  describe(`${name}: runs`, () => {
    it('knows its own addresses', () => {
      expect(queue.accepts(address)).toBe(true);
    });

    it('gives back a run as it was made, also when it is made again', async () => {
      await (await create()).close();
      expect((await create({ ...RUN, startedAtMs: RUN.startedAtMs + 1 })).run).toEqual(RUN);
      await open.at(-1)?.close();

      expect((await reopen()).run).toEqual(RUN);
    });

    it('refuses another plan for the same run', async () => {
      await (await create()).close();

      await expect(code(create({ ...RUN, plan: { ...scriptedPlan, seed: 8 } }))).resolves.toBe('INPUT_INVALID');
      expect((await reopen()).run.plan).toEqual(scriptedPlan);
    });

    it('takes fields of a plan in another order for the same plan', async () => {
      await (await create()).close();
      const turned = Object.fromEntries(Object.entries(scriptedPlan).reverse());

      expect((await create({ ...RUN, plan: { ...scriptedPlan, ...turned } })).run.plan).toEqual(scriptedPlan);
    });

    it('says when there is no such run', async () => {
      await (await create()).close();

      await expect(code(reopen('20261123-031502-000000'))).resolves.toBe('SESSION_NOT_FOUND');
    });

    it('lets a run be looked at while somebody works on it', async () => {
      const run = await create();
      await run.add(scriptedCells(4));
      const record = await queue.read(address, RUN.runId);
      const seen: (readonly [number, number])[] = [];

      await run.work(
        working({
          run: async (cell) => {
            seen.push([(await record.progress()).done, (await all(record.results())).length]);
            return scriptedResult(cell);
          },
        }),
      );

      expect(seen).toEqual([0, 1, 2, 3].map((count) => [count, count]));
      expect(record.run).toEqual(RUN);
      expect(byIndex(await all(record.results()))).toEqual(byIndex(await all(run.results())));
      await record.close();
      await expect(code(queue.read(address, '20261123-031502-000000'))).resolves.toBe('SESSION_NOT_FOUND');
    });

    it('refuses names that are none', async () => {
      const names = ['../out', 'a/b', '..', '', 'A', 'x'.repeat(65), 'a\0b', "a'; drop table run"];

      const codes = await Promise.all(
        names.flatMap((runId) => [
          code(create({ ...RUN, runId })),
          code(reopen(runId)),
          code(queue.read(address, runId)),
        ]),
      );

      expect(new Set(codes)).toEqual(new Set(['INPUT_INVALID']));
    });

    it('lists runs, newest first', async () => {
      expect(await queue.list(address)).toEqual([]);
      await (await create({ ...RUN, runId: 'older', startedAtMs: 1000 })).close();
      await (await create({ ...RUN, runId: 'newest', startedAtMs: 3000 })).close();
      await (await create({ ...RUN, runId: 'newer', startedAtMs: 2000 })).close();

      expect((await queue.list(address)).map(({ runId, startedAtMs }) => [runId, startedAtMs])).toEqual([
        ['newest', 3000],
        ['newer', 2000],
        ['older', 1000],
      ]);
    });

    it('may be closed twice', async () => {
      const run = await create();
      await run.close();

      await expect(run.close()).resolves.toBeUndefined();
    });
  });

  describe(`${name}: working`, () => {
    it('gives each cell exactly one result, of what was laid out', async () => {
      const run = await create();
      await run.add(scriptedCells(7));
      const seen: EvalCell[] = [];

      await run.work(working({ run: async (cell) => (seen.push(cell), scriptedResult(cell)) }));

      expect(byIndex(seen)).toEqual(await all(scriptedCells(7)));
      expect(byIndex(await all(run.results()))).toEqual(
        (await all(scriptedCells(7))).map((cell) => scriptedResult(cell)),
      );
    });

    it('works on cells while they are laid out', async () => {
      const run = await create();

      await Promise.all([run.add(scriptedCells(20)), run.work(working())]);

      expect(await all(run.results())).toHaveLength(20);
    });

    it('ends at once when there is nothing to do', async () => {
      const run = await create();
      await run.add(scriptedCells(0));

      await run.work(working());

      expect(await run.progress()).toEqual({ total: 0, done: 0, errors: 0, tokens: 0, cost: 0 });
    });

    it('keeps to the number that may be under way, asked anew for each cell', async () => {
      const run = await create();
      await run.add(scriptedCells(9));
      let underWay = 0;
      const counts: number[] = [];
      let goOn = (): void => undefined;
      const three = new Promise<void>((resolve) => {
        goOn = resolve;
      });

      await run.work(
        working({
          concurrency: () => (counts.length < 5 ? 3 : 1),
          run: async (cell) => {
            underWay += 1;
            counts.push(underWay);
            if (underWay === 3) goOn();
            await three;
            underWay -= 1;
            return scriptedResult(cell);
          },
        }),
      );

      expect(Math.max(...counts)).toBe(3);
      expect(counts.slice(-3)).toEqual([1, 1, 1]);
    });

    it('lets many cells listen for the end of the work without a warning', async () => {
      const run = await create();
      await run.add(scriptedCells(15));
      const warnings: string[] = [];
      const listen = ({ message }: Error): void => {
        warnings.push(message);
      };
      process.on('warning', listen);
      let underWay = 0;
      let goOn = (): void => undefined;
      const all15 = new Promise<void>((resolve) => {
        goOn = resolve;
      });

      const { signal: given } = new AbortController();
      setMaxListeners(0, given);

      await run.work(
        working({
          concurrency: () => 15,
          signal: given,
          run: async (cell, signal) => {
            signal.addEventListener('abort', () => undefined);
            underWay += 1;
            if (underWay === 15) goOn();
            await all15;
            return scriptedResult(cell);
          },
        }),
      );
      // Warnings are told in a turn of their own.
      await new Promise((resolve) => setTimeout(resolve, 10));
      process.off('warning', listen);

      expect(underWay).toBe(15);
      expect(warnings).toEqual([]);
    });

    it('says how far it is after each result, and when asked', async () => {
      const run = await create();
      const told: number[] = [];
      expect(await run.progress()).toEqual({ done: 0, errors: 0, tokens: 0, cost: 0 });
      await run.add(scriptedCells(3));
      expect(await run.progress()).toEqual({ total: 3, done: 0, errors: 0, tokens: 0, cost: 0 });

      await run.work(
        working({
          run: async (cell) => scriptedResult(cell, cell.index === 1 ? { error: 'The disk is full.' } : {}),
          onResult: (_, { done }) => told.push(done),
        }),
      );

      expect(told).toEqual([1, 2, 3]);
      expect(await run.progress()).toEqual({ total: 3, done: 3, errors: 1, tokens: 30, cost: 15 });
    });

    it('does not know the cost of a run when it does not know that of a cell', async () => {
      const run = await create();
      await run.add(scriptedCells(2));

      await run.work(
        working({ run: async (cell) => scriptedResult(cell, cell.index === 1 ? { cost: 'unknown' } : {}) }),
      );

      expect(await run.progress()).toMatchObject({ cost: 'unknown' });
    });

    it('tells of a result once it is kept', async () => {
      const run = await create();
      await run.add(scriptedCells(3));
      const found: Promise<boolean>[] = [];

      await run.work(
        working({
          onResult: ({ key }) =>
            found.push(all(run.results()).then((results) => results.some((result) => result.key === key))),
        }),
      );

      expect(await Promise.all(found)).toEqual([true, true, true]);
    });

    it('gives results one after another, as often as they are asked for, also in part', async () => {
      const run = await create();
      await run.add(scriptedCells(120));
      await run.work(working({ concurrency: () => 8 }));
      const some: EvalResult[] = [];

      for await (const result of run.results()) {
        some.push(result);
        if (some.length === 3) break;
      }

      expect(new Set((await all(run.results())).map(({ key }) => key)).size).toBe(120);
      expect(some).toHaveLength(3);
    });
  });

  testEvalRecovery(name, { create, reopen, other, isShared });
}
