import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { Cost } from '#core/usage.ts';
import { adaptiveConcurrency } from '#engine/evals/adaptive-concurrency.ts';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { EvalProgress, EvalRunQueue } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { DatasetCount } from './lay-out.ts';
import { cellCount, layOutCells } from './lay-out.ts';
import { runCell } from './run-cell.ts';
import { openRunMachine, type RunOptions } from './run-machine.ts';

/** How far a run is, for whoever watches. */
export interface EvalSight extends EvalProgress {
  readonly total: number;
  /** Cells under way at once, at the moment. */
  readonly concurrency: number;
  /** So far, calls of cells under way included. */
  readonly tokens: number;
  readonly cost: Cost;
}

/** How a run is worked on here. */
export interface EvalRunWish
  extends Omit<RunOptions, 'plan' | 'runId' | 'sessionsFolder' | 'onProgress' | 'onAnswered'> {
  readonly queue: EvalRunQueue;
  readonly counts: readonly DatasetCount[];
  /** Cells at once, at most. */
  readonly concurrency: number;
  readonly retriesErrors: boolean;
  /** In place of the plan's own, for a run that goes on. */
  readonly cap?: EvalPlan['cap'];
  readonly signal: AbortSignal;
  readonly onResult?: (result: EvalResult, sight: EvalSight) => void;
  /** Called when something moves: a call, a wait. */
  readonly onSight?: (sight: EvalSight) => void;
}

/** How a run ended. */
export interface EvalRunEnd {
  readonly progress: EvalSight;
  /** The cap of the run was reached: cells are left that were not begun. */
  readonly isCapped: boolean;
  readonly isInterrupted: boolean;
}

/**
 * Works on a run until each cell has its result, the cap is reached or it is interrupted. Whatever happens, what is done is
 * kept, and the run goes on from there.
 *
 * @throws {SecCodeError} for what cannot work at all: no such strategy, no key for a model, no detector held out.
 */
export async function runEval(wish: EvalRunWish): Promise<EvalRunEnd> {
  const { queue, counts, extensions, host, signal, onResult, onSight } = wish;
  const { runId } = queue.run;
  const plan: EvalPlan = wish.cap === undefined ? queue.run.plan : { ...queue.run.plan, cap: wish.cap };
  const total = cellCount(plan, counts);
  const pace = adaptiveConcurrency(wish.concurrency, host.nowMs);
  let progress = await queue.progress();
  const machine = await openRunMachine({
    ...wish,
    plan,
    runId,
    sessionsFolder: join(host.stateFolder, 'evals', runId, 'cells'),
    onProgress: (step) => {
      if (step.kind === 'retrying' && step.because === 'rate-limited') pace.onRateLimited();
      onSight?.(sight());
    },
    onAnswered: pace.onAnswered,
  });
  const { account } = machine;
  account.see(progress);
  const sight = (): EvalSight => ({
    ...progress,
    total,
    concurrency: pace.current(),
    tokens: account.tokens(),
    cost: account.cost(),
  });
  const stop = new AbortController();
  // Every cell under way listens, and Node takes more than ten for a leak.
  setMaxListeners(0, stop.signal);
  const interrupt = (): void => {
    stop.abort(signal.reason);
  };
  if (signal.aborted) interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  const capped = new AbortController();
  try {
    await requireWorkable(wish, machine);
    await queue.add(layOutCells(plan, extensions));
    if (wish.retriesErrors) await queue.reopenErrors();
    const running = new Set<Promise<unknown>>();
    const run = async (cell: EvalCell, cellSignal: AbortSignal): Promise<EvalResult> => {
      if (account.isSpent()) {
        capped.abort();
        // No cell is begun any more, and those under way come to their own end.
        await Promise.allSettled(running);
        stop.abort();
        throw new SecCodeError('CANCELLED', 'The cap of the run was reached.', {
          remedy: 'Raise --max-cost or --max-tokens and go on with --resume.',
        });
      }
      const working = runCell(cell, machine, cellSignal);
      running.add(working);
      try {
        return await working;
      } finally {
        running.delete(working);
      }
    };
    await queue.work({
      run,
      concurrency: pace.current,
      onResult: (result, now) => {
        progress = now;
        account.see(now);
        onResult?.(result, sight());
      },
      signal: stop.signal,
    });
    progress = await queue.progress();
    // The last cells of a run can be the ones that reach it.
    return {
      progress: sight(),
      isCapped: capped.signal.aborted || (account.isSpent() && progress.done < total),
      isInterrupted: signal.aborted,
    };
  } finally {
    signal.removeEventListener('abort', interrupt);
    await machine.close();
  }
}

/** What no cell could do without is asked once, before the first is begun and paid for. */
async function requireWorkable(
  { counts, queue }: EvalRunWish,
  machine: Awaited<ReturnType<typeof openRunMachine>>,
): Promise<void> {
  const { models, strategies } = queue.run.plan;
  const languages = [...new Set(counts.flatMap((count) => Object.keys(count.languages)))];
  for (const model of models) await machine.models(model);
  for (const strategy of strategies) {
    for (const language of languages) {
      await machine.settle({ sample: { id: '', language, cwes: [] }, model: models[0] ?? '', strategy });
    }
  }
}
