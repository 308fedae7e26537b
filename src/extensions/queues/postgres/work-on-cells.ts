import { setTimeout as sleep } from 'node:timers/promises';
import type { EvalProgress } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { keepResult, type Taken, type Taking } from './cells.ts';
import type { Connection } from './connection.ts';
import { isPassing } from './failures.ts';
import { claimName, type Presence, signIn } from './presence.ts';

/** What one worker does. */
export interface Labour {
  /** Asks for the next cell. */
  readonly take: (presence: Presence) => Promise<Taking>;
  /** Asked when no cell is open and none is under way here. */
  readonly isOver: () => Promise<boolean>;
  readonly run: (taken: Taken, signal: AbortSignal) => Promise<EvalResult>;
  readonly onKept: (taken: Taken, result: EvalResult, progress: EvalProgress) => void;
  readonly onDamaged: () => void;
  readonly concurrency: () => number;
  /** Aborted: nothing more is taken. */
  readonly draining?: AbortSignal;
  /** Aborted: what is under way is interrupted, too. */
  readonly signal: AbortSignal;
}

interface Going {
  readonly ended: Promise<void>;
  readonly controller: AbortController;
}

/** Signs of life in one lease: three may get lost. */
const SIGNS = 4;
const LONGEST_POLL_MS = 1000;
const SHORTEST_POLL_MS = 50;

/**
 * Works until it is over, or stopped. Cells that were interrupted, or failed with an error of ours, are open again.
 *
 * @throws what `run` rejected with when nobody interrupted it; {SecCodeError} `STORE_FAILED` when the database stays away.
 */
export async function workOnCells(connection: Connection, labour: Labour): Promise<void> {
  const { database, jobs, leaseSeconds } = connection;
  const signMs = (leaseSeconds * 1000) / SIGNS;
  const pollMs = Math.max(SHORTEST_POLL_MS, Math.min(LONGEST_POLL_MS, signMs / 2));
  const failing = new AbortController();
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    failing.abort();
  };
  const interrupted = AbortSignal.any([labour.signal, failing.signal]);
  const stopped = labour.draining === undefined ? interrupted : AbortSignal.any([labour.draining, interrupted]);
  const underWay = new Map<string, Going>();
  const presence = await database.patiently(async () => await signIn(database, jobs, leaseSeconds), stopped);

  const process = async (taken: Taken, signal: AbortSignal): Promise<void> => {
    try {
      const result = await labour.run(taken, signal);
      const progress = await database.patiently(async () => await keepResult(connection, taken, result));
      if (progress !== undefined) labour.onKept(taken, result, progress);
    } catch (error) {
      // Where this does not work, the lease runs out.
      await database.patiently(async () => await presence.release(taken), signal).catch(() => undefined);
      if (!signal.aborted) fail(error);
    } finally {
      underWay.delete(claimName(taken));
    }
  };
  const start = (taken: Taken): void => {
    const controller = new AbortController();
    const signal = AbortSignal.any([interrupted, controller.signal]);
    underWay.set(claimName(taken), { controller, ended: process(taken, signal) });
  };
  const giveSign = async (): Promise<void> => {
    const before = [...underWay];
    const kept = await presence.renew();
    // It counted as dead, and somebody else has the cell: going on would cost twice.
    for (const [name, going] of before) if (!kept.has(name) && underWay.get(name) === going) going.controller.abort();
  };
  const pause = async (ms: number, signal: AbortSignal): Promise<void> =>
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  const ended = (): readonly Promise<void>[] => Array.from(underWay.values(), (going) => going.ended);

  const over = new AbortController();
  const living = (async () => {
    for (await pause(signMs, over.signal); !over.signal.aborted; await pause(signMs, over.signal)) {
      // A database that is away is met by whoever takes or keeps, with patience.
      await giveSign().catch((error: unknown) => (isPassing(error) ? undefined : fail(error)));
    }
  })();
  try {
    while (!stopped.aborted) {
      const isFull = underWay.size >= labour.concurrency();
      if (isFull && underWay.size > 0) {
        await Promise.race(ended());
        continue;
      }
      const taking = isFull ? 'none' : await database.patiently(async () => await labour.take(presence), stopped);
      if (taking === 'damaged') labour.onDamaged();
      if (taking === 'again' || taking === 'damaged') continue;
      if (taking !== 'none') {
        start(taking);
        continue;
      }
      if (underWay.size === 0 && (await database.patiently(labour.isOver, stopped))) break;
      await Promise.race([pause(pollMs, stopped), ...ended()]);
    }
  } catch (error) {
    fail(error);
  }
  await Promise.all(ended());
  over.abort();
  await living;
  await presence.leave().catch(() => undefined);
  if (failures.length > 0 && !labour.signal.aborted) throw failures[0];
}
