/** A worker with a scripted model, for scripts/eval-workers.ts: `eval-worker.ts <address> <folder>`. Ends on SIGTERM. */
import { extensions, load } from '../src/apps/compose.ts';
import { serveEvals } from '../src/apps/workbench/evals/serve-evals.ts';
import { slowFixer, workerHost } from './eval-workers-model.ts';

const [, , address = '', folder = ''] = process.argv;
const draining = new AbortController();
process.on('SIGTERM', () => draining.abort());
await serveEvals({
  queue: await load(extensions.queues, 'postgres', 'queue'),
  address,
  calls: { retries: 0, callTimeoutMs: 30_000, prices: [] },
  extensions: { ...extensions, providers: { scripted: () => Promise.resolve(slowFixer) } },
  host: workerHost(folder),
  concurrency: 2,
  draining: draining.signal,
  signal: new AbortController().signal,
  onResult: ({ key }) => console.log(`kept ${key}`),
  onProblem: (message) => console.log(`problem ${message}`),
});
