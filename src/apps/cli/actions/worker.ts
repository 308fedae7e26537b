import { visibleLine } from '#engine/reports/visible.ts';
import { extensions } from '../../compose.ts';
import { QUEUE_VARIABLE } from '../../workbench/evals/queue-address.ts';
import { chooseQueue } from '../../workbench/evals/queues.ts';
import { serveEvals } from '../../workbench/evals/serve-evals.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { CliContext } from '../context.ts';
import { hostFor, type Options, settle, text } from './setting.ts';

/** `seccode worker`: one line for each result, until it is told to stop. */
export async function runWorker(options: Options, context: CliContext): Promise<void> {
  const { terminal, signal } = context;
  const { config } = await settle({ ...options, queue: undefined }, context);
  const host = hostFor(context, config);
  const { queue, address } = await chooseQueue(text(options['queue']) ?? QUEUE_VARIABLE, extensions, host);
  terminal.note(`Working on the runs in ${queue.title}, ${String(config.concurrency)} at once.`);
  let done = 0;
  await serveEvals({
    queue,
    address,
    calls: callSettings(config),
    extensions,
    host,
    concurrency: config.concurrency,
    ...(config.detectorSettings === undefined ? {} : { detectorSettings: config.detectorSettings }),
    ...(config.sandbox === undefined ? {} : { sandbox: config.sandbox }),
    draining: signal,
    // A second signal ends the process at once: what it had is taken up by others.
    signal: new AbortController().signal,
    onResult: ({ sampleId, model, strategy, verdict, error }, { runId }, progress) => {
      done += 1;
      const outcome = error === undefined ? (verdict ?? 'no verdict') : `error: ${error}`;
      const far = `${String(progress.done)} of ${String(progress.total ?? '?')}`;
      terminal.note(visibleLine(`${runId} ${far}  ${sampleId}  ${model}  ${strategy}  ${outcome}`));
    },
    onProblem: (message) => {
      terminal.note(`warning: ${message}`);
    },
  });
  terminal.note(`Ended after ${String(done)} samples of this worker.`);
}
