import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { EvalProgress, EvalQueue, EvalRun } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { judgesDiffer } from '#engine/evals/judges.ts';
import { judgesOf } from './judges-here.ts';
import { refusalOf } from './queue-policy.ts';
import { runCell } from './run-cell.ts';
import { openRunMachine, type RunMachine, type RunOptions } from './run-machine.ts';

/** How this machine works on the runs of a queue. */
export interface ServeWish extends Omit<RunOptions, 'plan' | 'runId' | 'sessionsFolder' | 'onProgress' | 'onAnswered'> {
  readonly queue: EvalQueue;
  readonly address: string;
  /** Cells at once. */
  readonly concurrency: number;
  /** Aborted: no cell is begun any more, and those under way are finished. */
  readonly draining: AbortSignal;
  /** Aborted: cells under way are interrupted. */
  readonly signal: AbortSignal;
  readonly onResult?: (result: EvalResult, run: EvalRun, progress: EvalProgress) => void;
  readonly onProblem?: (message: string) => void;
}

/**
 * Works on the cells of all runs of a queue until it is told to stop.
 *
 * @throws {SecCodeError} `USAGE` for a queue that is on one machine alone; `STORE_FAILED` when it is out of reach for long.
 */
export async function serveEvals(wish: ServeWish): Promise<void> {
  const { queue, address, concurrency, draining, signal, onResult, onProblem } = wish;
  if (queue.serve === undefined) {
    throw new SecCodeError('USAGE', `Runs in '${queue.title}' are worked on by the process that began them alone.`, {
      remedy: 'Name a queue that several machines reach, such as postgres://user@host/database.',
    });
  }
  const machines = new Map<string, Promise<RunMachine | undefined>>();
  const machineFor = async (run: EvalRun): Promise<RunMachine | undefined> => {
    const opening = machines.get(run.runId) ?? open(run, wish);
    machines.set(run.runId, opening);
    return await opening;
  };
  try {
    await queue.serve(address, {
      concurrency: () => concurrency,
      draining,
      signal,
      ...(onProblem === undefined ? {} : { onProblem }),
      accepts: async (run) => {
        const machine = await machineFor(run);
        return machine !== undefined && !machine.account.isSpent();
      },
      run: async (cell, run, cellSignal) => {
        const machine = await machineFor(run);
        if (machine === undefined) throw new Error(`The run ${run.runId} was refused, and a cell of it was taken.`);
        return await runCell(cell, machine, cellSignal);
      },
      onResult: (result, run, progress) => {
        void machines.get(run.runId)?.then((machine) => machine?.account.see(progress));
        onResult?.(result, run, progress);
      },
    });
  } finally {
    for (const opening of machines.values()) await (await opening)?.close();
  }
}

/** What the run needs here; `undefined`, with the reason told, when something is missing that no cell could do without. */
async function open(run: EvalRun, wish: ServeWish): Promise<RunMachine | undefined> {
  const { runId, plan } = run;
  const refusal = refusalOf(plan);
  if (refusal !== undefined) {
    wish.onProblem?.(`The run '${runId}' is left alone: ${refusal}`);
    return undefined;
  }
  try {
    const { judges } = plan;
    const here = judges && (await judgesOf(plan, judges.languages, wish.extensions, wish.host, wish.detectorSettings));
    const differing = judgesDiffer(judges, here);
    if (differing.length > 0) {
      throw new SecCodeError('INPUT_INVALID', `It began with other judges than are here: ${differing.join(', ')}.`, {
        remedy: 'Install the same detectors in the same versions, or name those to use in the plan.',
      });
    }
    const machine = await openRunMachine({
      ...wish,
      runId,
      plan,
      sessionsFolder: join(wish.host.stateFolder, 'evals', runId, 'cells'),
    });
    // Without a key here, every cell of the run would end with an error.
    for (const model of plan.models) await machine.models(model);
    return machine;
  } catch (error) {
    if (!(error instanceof SecCodeError)) throw error;
    wish.onProblem?.(`The run '${runId}' is left alone: ${error.message} ${error.remedy}`);
    return undefined;
  }
}
