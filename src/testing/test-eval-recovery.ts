import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalRun, EvalRunQueue } from '#engine/evals/eval-queue.ts';
import { scriptedCell, scriptedCells, scriptedResult } from './eval-fixture.ts';
import { RUN, all, byIndex, code, indexes, stream, working } from './eval-queue-tools.ts';
import type { OtherWorker } from './other-worker.ts';

/** How the kit reaches the queue under test. */
export interface QueueAccess {
  readonly create: (run?: EvalRun) => Promise<EvalRunQueue>;
  readonly reopen: (runId?: string) => Promise<EvalRunQueue>;
  /** Starts a process that works on the run; cells from `first` on never end in it. */
  readonly other: (first: number) => OtherWorker;
  readonly isShared: boolean;
}

const UNSCORED = { status: 'unscored', reason: 'No sandbox.' } as const;

/** What must hold when work is interrupted, repeated and killed, and whatever texts are kept. */
export function testEvalRecovery(name: string, { create, reopen, other, isShared }: QueueAccess): void {
  describe(`${name}: going on`, () => {
    it('lays out the rest when laying out was interrupted', async () => {
      const run = await create();
      async function* broken(): AsyncGenerator<EvalCell> {
        yield* scriptedCells(4);
        throw new Error('The file ends here.');
      }
      await expect(run.add(broken())).rejects.toThrow('The file ends here.');
      expect(await run.progress()).not.toHaveProperty('total');
      await run.close();

      const again = await reopen();
      await again.add(scriptedCells(6));
      await again.work(working());

      expect(await again.progress()).toMatchObject({ total: 6, done: 6 });
      expect(indexes(await all(again.results()))).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('runs nothing again when cells are laid out again', async () => {
      const run = await create();
      await run.add(scriptedCells(4));
      await run.work(working());
      await run.close();
      const ran: number[] = [];

      const again = await reopen();
      await again.add(scriptedCells(4));
      await again.work(working({ run: async (cell) => (ran.push(cell.index), scriptedResult(cell)) }));

      expect(ran).toEqual([]);
      expect(await all(again.results())).toHaveLength(4);
    });

    it('interrupts what is under way, and opens it again', async () => {
      const run = await create();
      await run.add(scriptedCells(5));
      const stop = new AbortController();

      await run.work(
        working({
          concurrency: () => 2,
          signal: stop.signal,
          run: async (cell, signal) => {
            if (cell.index < 2) return scriptedResult(cell);
            stop.abort();
            signal.throwIfAborted();
            throw new Error('The signal is another one.');
          },
        }),
      );
      const { done } = await run.progress();
      await run.close();
      const again = await reopen();
      await again.work(working());

      expect(done).toBeLessThan(5);
      expect(indexes(await all(again.results()))).toEqual([0, 1, 2, 3, 4]);
    });

    it('takes nothing when it is interrupted from the start', async () => {
      const run = await create();
      await run.add(scriptedCells(2));
      const ran: number[] = [];

      await run.work(
        working({ signal: AbortSignal.abort(), run: async (cell) => (ran.push(cell.index), scriptedResult(cell)) }),
      );

      expect(ran).toEqual([]);
    });

    it('opens a cell again that failed in another way, and says why it stopped', async () => {
      const run = await create();
      await run.add(scriptedCells(3));

      await expect(
        run.work(
          working({
            run: async (cell) => {
              if (cell.index === 1) throw new Error('A bug of ours.');
              return scriptedResult(cell);
            },
          }),
        ),
      ).rejects.toThrow('A bug of ours.');
      await run.work(working());

      expect(indexes(await all(run.results()))).toEqual([0, 1, 2]);
    });

    it('opens cells with an error again, and nothing else', async () => {
      const run = await create();
      await run.add(scriptedCells(6));
      await run.work(
        working({ run: async (cell) => scriptedResult(cell, cell.index % 2 === 0 ? { error: 'No answer.' } : {}) }),
      );
      const ran: number[] = [];

      expect(await run.reopenErrors()).toBe(3);
      expect(await run.progress()).toMatchObject({ total: 6, done: 3, errors: 0, tokens: 30 });
      await run.work(working({ run: async (cell) => (ran.push(cell.index), scriptedResult(cell)) }));

      expect([...ran].sort()).toEqual([0, 2, 4]);
      expect(await run.reopenErrors()).toBe(0);
      expect((await all(run.results())).filter(({ error }) => error !== undefined)).toEqual([]);
      expect(await run.progress()).toMatchObject({ total: 6, done: 6, errors: 0 });
    });
  });

  describe(`${name}: what it keeps`, () => {
    it('gives back any text as it was, in cells and in results', async () => {
      const texts = [
        // Any code units, halves of characters among them.
        ...fc
          .sample(fc.uint16Array({ maxLength: 20 }), { numRuns: 25, seed: 7 })
          .map((units) => String.fromCharCode(...units)),
        '\n\r\u2028\0\uD800"\\',
        '\\u0000 \\\\u0000',
        "'; drop schema seccode cascade; --",
        '__proto__',
      ];
      const cells = texts.map((text, index) =>
        scriptedCell(index, { id: `${index}${text}`, request: text, files: [{ path: 'a.py', text }] }),
      );
      const results = cells.map((cell) =>
        scriptedResult(cell, { error: cell.sample.request ?? '', scores: { [`x${cell.sample.request}`]: UNSCORED } }),
      );
      const run = await create();
      await run.add(stream(cells));
      const seen: EvalCell[] = [];

      await run.work(working({ run: async (cell) => (seen.push(cell), results[cell.index] ?? scriptedResult(cell)) }));

      expect(byIndex(seen)).toEqual(cells);
      expect(byIndex(await all(run.results()))).toEqual(results);
    });

    it('keeps samples of megabytes', async () => {
      const text = 'ü'.repeat(1_000_000);
      const run = await create();
      await run.add(scriptedCells(3, { files: [{ path: 'big.py', text }] }));
      const lengths: number[] = [];

      await run.work(
        working({
          run: async (cell) => {
            lengths.push(cell.sample.files?.[0]?.text.length ?? 0);
            return scriptedResult(cell);
          },
        }),
      );

      expect(lengths).toEqual([1_000_000, 1_000_000, 1_000_000]);
    });
  });

  describe(`${name}: killed`, () => {
    it('takes up again what a killed process was at, and gives each cell one result', async () => {
      const run = await create();
      await run.add(scriptedCells(6));
      await run.close();
      const killed = other(2);
      await killed.until(['took 2', 'took 3', 'took 4', 'took 5'], 2);
      await killed.kill();

      const again = await reopen();
      await again.work(working());

      expect(indexes(await all(again.results()))).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await again.progress()).toMatchObject({ total: 6, done: 6, errors: 0 });
    });

    if (isShared) {
      it('lets several processes work on one run, and every cell is run by one of them', async () => {
        const run = await create();
        await run.add(scriptedCells(40));
        const workers = [other(40), other(40)];

        await Promise.all([...workers.map((worker) => worker.until(['finished'], 1)), run.work(working())]);

        expect(await all(run.results())).toHaveLength(40);
        const taken = workers.flatMap(({ lines }) => lines.filter((line) => line.startsWith('took ')));
        expect(new Set(taken).size).toBe(taken.length);
      });
    } else {
      it('refuses a second process, until the first is killed', async () => {
        const run = await create();
        await run.add(scriptedCells(2));
        await run.close();
        const holder = other(0);
        await holder.until(['took 0', 'took 1'], 2);

        await expect(code(reopen())).resolves.toBe('SESSION_LOCKED');
        await expect(code(create())).resolves.toBe('SESSION_LOCKED');
        await holder.kill();

        expect((await reopen()).run).toEqual(RUN);
      });
    }
  });
}
