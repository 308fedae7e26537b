import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { SecCodeError } from '#core/errors.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { AnalysisResult } from '#engine/analysis/analyze.ts';
import { batchesOf } from '#engine/analysis/batches.ts';
import type { RuleWishes } from '#engine/detection/rule-choice.ts';
import { WORKER_MODULE } from './can-spread.ts';
import type { WorkerAnswer, WorkerQuestion } from './analysis-messages.ts';

export interface PoolOptions {
  readonly wishes: RuleWishes;
  /** Threads at most; the machine's cores are the limit all the same. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** Longest that one file may keep a worker; the analysis itself gives up earlier, unless it hangs. */
const FILE_TIMEOUT_MS = 60_000;
/** Heap of one worker, so that a large tree fails as a file and not as the program. */
const HEAP_MB = 2_048;

/**
 * Analyses files on all cores. Batches are the same whatever the number of threads, and their results are put together in
 * order. A worker that hangs or dies is replaced; the file that it was at is not covered.
 *
 * @throws {SecCodeError} `CANCELLED` when `signal` is aborted.
 */
export async function analyseOnThreads(files: SourceFiles, options: PoolOptions): Promise<AnalysisResult> {
  const batches = batchesOf(files).map((batch) => batch.map(({ path }) => path));
  const results: AnalysisResult[][] = batches.map(() => []);
  let next = 0;
  const work = async (): Promise<void> => {
    let worker: Hand | undefined;
    try {
      for (let index = next++; index < batches.length; index = next++) {
        let paths: readonly string[] = batches[index] ?? [];
        while (paths.length > 0) {
          worker ??= startHand(files, options);
          const outcome = await worker.ask(paths, options.signal);
          if (outcome.isEnded) worker = undefined;
          results[index]?.push(outcome.result);
          // What stands before the file that ended the worker is done again: its results went with the worker.
          paths = outcome.left;
        }
      }
    } finally {
      await worker?.end();
    }
  };
  const hands = Math.max(1, Math.min(options.concurrency, availableParallelism(), batches.length));
  await Promise.all(Array.from({ length: hands }, work));
  const all = results.flat();
  return {
    findings: all.flatMap(({ findings }) => findings),
    notCovered: all.flatMap(({ notCovered }) => notCovered),
  };
}

interface Answered {
  readonly result: AnalysisResult;
  readonly left: readonly string[];
  readonly isEnded: boolean;
}

interface Hand {
  readonly ask: (paths: readonly string[], signal: AbortSignal) => Promise<Answered>;
  readonly end: () => Promise<unknown>;
}

function startHand(files: SourceFiles, { wishes }: PoolOptions): Hand {
  const worker = new Worker(WORKER_MODULE, {
    workerData: { files, wishes },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  });
  let wasReady = false;
  return {
    end: () => worker.terminate(),
    ask: (paths, signal) =>
      new Promise<Answered>((resolve, reject) => {
        let current = paths[0] ?? '';
        let timer: NodeJS.Timeout | undefined;
        let isReady = wasReady;
        const settle = (finish: () => void): void => {
          clearTimeout(timer);
          worker.removeAllListeners();
          // Listeners gone, a late crash of a worker that is being ended must not end this process.
          worker.on('error', () => undefined);
          signal.removeEventListener('abort', interrupt);
          finish();
        };
        const giveUp = (reason: string): void =>
          settle(() => {
            void worker.terminate();
            // One that never came up would not come up for the next file either.
            if (!isReady) {
              reject(
                new SecCodeError('DETECTOR_FAILED', `A thread of the analysis did not start. ${reason}`, {
                  remedy: 'Scan fewer files at a time, or install SecCode again.',
                }),
              );
              return;
            }
            const at = paths.indexOf(current);
            resolve({
              result: { findings: [], notCovered: [{ path: current, reason }] },
              left: paths.filter((_, index) => index !== at),
              isEnded: true,
            });
          });
        const interrupt = (): void =>
          settle(() => {
            void worker.terminate();
            reject(
              new SecCodeError('CANCELLED', 'The scan was interrupted.', {
                remedy: 'Start it again.',
                cause: signal.reason,
              }),
            );
          });
        const watch = (): void => {
          clearTimeout(timer);
          timer = setTimeout(() => giveUp('The file takes too long to be analysed.'), FILE_TIMEOUT_MS);
        };
        const listen = (message: WorkerAnswer): void => {
          switch (message.kind) {
            case 'ready':
              isReady = true;
              wasReady = true;
              break;
            case 'file':
              current = message.path;
              watch();
              break;
            case 'done':
              settle(() => resolve({ result: message.result, left: [], isEnded: false }));
              break;
            case 'failed':
              giveUp(`The analysis broke off with ${message.name}.`);
          }
        };
        worker.on('message', listen);
        worker.on('error', (error) =>
          giveUp(
            /memory/i.test(error.message)
              ? 'The analysis ran out of memory.'
              : `The analysis broke off with ${error.name}.`,
          ),
        );
        worker.on('exit', () => giveUp('The analysis ended before it was done.'));
        if (signal.aborted) {
          interrupt();
          return;
        }
        signal.addEventListener('abort', interrupt, { once: true });
        watch();
        worker.postMessage({ paths } satisfies WorkerQuestion);
      }),
  };
}
