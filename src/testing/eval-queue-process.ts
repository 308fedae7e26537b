/**
 * A process that works on a run, for tests of what several do to each other, and of one that is killed.
 *
 * `node eval-queue-process.ts <module> <address> <run> <first>`; on standard output `ready`, or an error code; then
 * `took <index>` when a cell is begun and `kept <index>` when its result is kept. Cells from `first` on never end.
 */
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import type { EvalQueue } from '#engine/evals/eval-queue.ts';
import { scriptedResult } from './eval-fixture.ts';

const QueueModule = z.object({
  queue: z.custom<EvalQueue>((value) => z.looseObject({ name: z.string() }).safeParse(value).success),
});

const [, , module = '', address = '', runId = '', first = ''] = process.argv;
const loaded: unknown = await import(module);
const { queue } = QueueModule.parse(loaded);
try {
  const run = await queue.open(address, runId);
  console.log('ready');
  await run.work({
    concurrency: () => 2,
    signal: new AbortController().signal,
    run: async (cell) => {
      console.log(`took ${cell.index}`);
      // An interval, since a promise alone keeps no process alive.
      if (cell.index >= Number(first)) await new Promise(() => setInterval(() => undefined, 1000));
      return scriptedResult(cell);
    },
    onResult: ({ index }) => console.log(`kept ${index}`),
  });
  await run.close();
  console.log('finished');
} catch (error) {
  if (!(error instanceof SecCodeError)) throw error;
  console.log(error.code);
}
