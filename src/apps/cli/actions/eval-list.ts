import { extensions } from '../../compose.ts';
import { chooseQueue } from '../../workbench/evals/queues.ts';
import type { CliContext } from '../context.ts';
import { hostFor, type Options, text } from './setting.ts';

/** `seccode eval list`: one line per run. */
export async function listEvals(options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const { queue, address } = await chooseQueue(text(options['queue']), extensions, hostFor(context));
  const runs = await queue.list(address);
  if (options['json'] === true) {
    await terminal.out(`${JSON.stringify(runs, null, 2)}\n`);
    return;
  }
  if (runs.length === 0) {
    terminal.note('No evaluation was run here.');
    return;
  }
  for (const { runId, startedAtMs } of runs) {
    const run = await queue.read(address, runId);
    try {
      const { done, errors, total } = await run.progress();
      const { models, strategies, datasets } = run.run.plan;
      const what = `${models.join(', ')} × ${strategies.join(', ')} × ${datasets.map(({ title, name }) => title ?? name).join(', ')}`;
      const failed = errors === 0 ? '' : `, ${String(errors)} with an error`;
      const started = new Date(startedAtMs).toISOString().slice(0, 16).replace('T', ' ');
      await terminal.out(
        `${runId}  ${started}  ${String(done)}${total === undefined ? '' : ` of ${String(total)}`} done${failed}  ${what}\n`,
      );
    } finally {
      await run.close();
    }
  }
}
