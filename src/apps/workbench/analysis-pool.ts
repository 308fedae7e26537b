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
  /** The code of a worker; absent for the analysis itself. */
  readonly module?: URL;
  /** Longest that one file may keep a worker, in milliseconds. */
  readonly fileTimeoutMs?: number;
}

/** Longest that one file may keep a worker; the analysis itself gives up earlier, unless it hangs. */
const FILE_TIMEOUT_MS = 60_000;
/** Heap of one worker, so that a large tree fails as a file and not as the program. */
const HEAP_MB = 2_048;
/** Of it for what has just been made: an analysis makes much that is soon gone, and every clearing copies what is still used. */
const YOUNG_MB = 96;

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

/** What waits for the worker's next word; one at a time. */
interface Waiting {
  readonly hear: (message: WorkerAnswer) => void;
  readonly fail: (reason: string) => void;
}

function startHand(
  files: SourceFiles,
  { wishes, module = WORKER_MODULE, fileTimeoutMs = FILE_TIMEOUT_MS }: PoolOptions,
): Hand {
  // Shared memory, since messages of a thread that dies may come after its end, or never.
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(module, {
    workerData: { files, wishes, progress },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    stdout: true,
    stderr: true,
  });
  let waiting: Waiting | undefined;
  worker.on('message', (message: WorkerAnswer) => {
    waiting?.hear(message);
  });
  worker.on('error', (error) =>
    waiting?.fail(
      /memory/i.test(error.message) ? 'The analysis ran out of memory.' : `The analysis broke off with ${error.name}.`,
    ),
  );
  worker.on('exit', () => waiting?.fail('The analysis ended before it was done.'));

  return {
    end: () => worker.terminate(),
    ask: (paths, signal) =>
      new Promise<Answered>((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined;
        const settle = (): void => {
          clearTimeout(timer);
          waiting = undefined;
          signal.removeEventListener('abort', interrupt);
        };
        const interrupt = (): void => {
          settle();
          void worker.terminate();
          reject(interrupted(signal.reason));
        };
        const fail = (reason: string): void => {
          settle();
          void worker.terminate();
          // One that never came up would not come up for the next file either.
          if (Atomics.load(progress, 0) === 0) reject(notStarted(reason));
          else {
            const current = paths[Atomics.load(progress, 1)] ?? '';
            resolve({
              result: { findings: [], notCovered: [{ path: current, reason }] },
              left: paths.filter((path) => path !== current),
              isEnded: true,
            });
          }
        };
        const watch = (): void => {
          clearTimeout(timer);
          timer = setTimeout(() => fail('The file takes too long to be analysed.'), fileTimeoutMs);
        };
        const hear = (message: WorkerAnswer): void => {
          if (message.kind === 'file') {
            watch();
          } else if (message.kind === 'done') {
            settle();
            resolve({ result: message.result, left: [], isEnded: false });
          } else fail(`The analysis broke off with ${message.name}.`);
        };
        if (signal.aborted) {
          interrupt();
          return;
        }
        waiting = { hear, fail };
        signal.addEventListener('abort', interrupt, { once: true });
        Atomics.store(progress, 1, 0);
        watch();
        worker.postMessage({ paths } satisfies WorkerQuestion);
      }),
  };
}

function notStarted(reason: string): SecCodeError {
  return new SecCodeError('DETECTOR_FAILED', `A thread of the analysis did not start. ${reason}`, {
    remedy: 'Scan fewer files at a time, or install SecCode again.',
  });
}

function interrupted(cause: unknown): SecCodeError {
  return new SecCodeError('CANCELLED', 'The scan was interrupted.', { remedy: 'Start it again.', cause });
}
