import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { openMemoryLog } from '#engine/storage/memory-log.ts';
import { extensions } from '#apps/compose.ts';
import { FLAWS, scriptedReply } from './scripted-program.ts';
import { runBenchSession } from './session.ts';

/** What the loop itself takes when the model takes nothing, milliseconds per iteration. */
export interface Overhead {
  /** Log in memory: prompts, extraction, parsing, detectors, referee. */
  readonly inMemoryMs: number;
  /** The same with every event made durable in a file. */
  readonly onDiskMs: number;
}

/** Eleven iterations of a program of a hundred lines, after one warm-up; medians of `runs`. */
export async function measureOverhead(runs: number): Promise<Overhead> {
  const folder = await mkdtemp(join(tmpdir(), 'seccode-bench-'));
  const store = await extensions.openStore(join(folder, '.seccode'));
  const model = { write: scriptedReply, latencyMs: 0 };
  const perIteration = async (log: Parameters<typeof runBenchSession>[0]['log']): Promise<number> => {
    const startedMs = performance.now();
    await runBenchSession({ log, model });
    return (performance.now() - startedMs) / FLAWS;
  };
  try {
    await perIteration(openMemoryLog('warm-up', Date.now));
    const inMemory: number[] = [];
    const onDisk: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      inMemory.push(await perIteration(openMemoryLog('bench', Date.now)));
      const log = await store.create(`bench-${String(run)}`);
      onDisk.push(await perIteration(log));
      await log.close();
    }
    return { inMemoryMs: median(inMemory), onDiskMs: median(onDisk) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many sessions a second, against how many there would be if the loop took no time. */
export interface Throughput {
  readonly sessions: number;
  readonly concurrency: number;
  readonly latencyMs: number;
  readonly callsPerSession: number;
  readonly seconds: number;
  /** The same calls through the same queue with nothing between them, measured in the same run. */
  readonly idealSeconds: number;
}

/** Sessions that need one fix, each call taking `latencyMs`, `concurrency` at a time in one process. */
export async function measureThroughput(sessions: number, concurrency: number, latencyMs: number): Promise<Throughput> {
  let calls = 0;
  const session = async (number: number): Promise<void> => {
    const { state } = await runBenchSession({
      log: openMemoryLog(`bench-${String(number)}`, Date.now),
      // Each session has a program of its own: nothing is remembered from one to the next.
      model: { write: (index) => small(index > 0, number), latencyMs },
      settings: { feedback: ['syntax', 'reviewer'], marking: ['syntax', 'ruff'] },
    });
    if (state.verdict?.verdict !== 'secure') throw new Error('The bench session did not end secure.');
    calls = state.calls;
  };
  await session(-1);
  const seconds = await timed(sessions, concurrency, session);
  const idealSeconds = await timed(sessions, concurrency, async () => {
    for (let call = 0; call < calls; call += 1) await new Promise((resolve) => setTimeout(resolve, latencyMs));
  });
  return { sessions, concurrency, latencyMs, callsPerSession: calls, seconds, idealSeconds };
}

/** Time between two starts; 32 of them take less than one session does. */
const START_EVERY_MS = 5;

async function timed(count: number, concurrency: number, task: (number: number) => Promise<void>): Promise<number> {
  // Starts are paced, as a batch that is kind to a rate limit paces them: sessions that start at once stay in step, and
  // everything they have to work out falls together. The ideal is paced alike.
  const queue = new PQueue({ concurrency, intervalCap: 1, interval: START_EVERY_MS });
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: count }, (_, number) => queue.add(() => task(number))));
  return (performance.now() - startedMs) / 1000;
}

function small(isFixed: boolean, number: number): string {
  const query = isFixed
    ? `"SELECT * FROM users WHERE name = ?", (name,)`
    : `"SELECT * FROM users WHERE name = '" + name + "'"`;
  return `**main.py**\n\`\`\`python\nimport sqlite3\n\n\ndef find_${String(Math.abs(number))}(connection, name):\n    return connection.execute(${query}).fetchall()\n\`\`\`\n`;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
