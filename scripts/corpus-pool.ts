import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { CorpusScan } from './corpus-scan.ts';
import type { CorpusMessage } from './corpus-worker.ts';

/**
 * Scans projects in several processes, and gives back what came of each as soon as it is done.
 *
 * @param names In the order in which they are begun.
 * @param jobs Processes; each takes the next project when it is done with one.
 */
export async function scanInProcesses(
  names: readonly string[],
  jobs: number,
  onScan: (name: string, scan: CorpusScan | { readonly problem: string }) => void,
): Promise<void> {
  const waiting = [...names];
  await Promise.all(Array.from({ length: Math.min(jobs, names.length) }, () => runWorker(waiting, onScan)));
}

function runWorker(waiting: string[], onScan: Parameters<typeof scanInProcesses>[2]): Promise<void> {
  const child = fork(join(import.meta.dirname, 'corpus-worker.ts'));
  let current = waiting.shift();
  return new Promise((resolve) => {
    const next = (): void => {
      if (current === undefined) child.disconnect();
      else child.send(current);
    };
    child.on('message', ({ name, scan }: CorpusMessage) => {
      onScan(name, scan);
      current = waiting.shift();
      next();
    });
    child.on('exit', (code, signal) => {
      if (current === undefined) {
        resolve();
        return;
      }
      onScan(current, { problem: `The process that scanned it ended (${signal ?? String(code)}).` });
      // The others are still to be done, by a process in its place.
      if (waiting.length === 0) resolve();
      else void runWorker(waiting, onScan).then(resolve);
    });
    next();
  });
}
