import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample } from '#core/sample.ts';
import { type Extensions, extensions } from '#apps/compose.ts';
import { countDatasets, layOutCells, withSeen } from '#apps/workbench/evals/lay-out.ts';
import { runCell } from '#apps/workbench/evals/run-cell.ts';
import { type EvalRunEnd, type EvalSight, runEval } from '#apps/workbench/evals/run-eval.ts';
import { openRunMachine } from '#apps/workbench/evals/run-machine.ts';
import type { Host } from '#apps/workbench/host.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { fixReply, scriptedDataset, scriptedPlan, scriptedProvider, unsafeSample } from '#testing/scripted-eval.ts';

/** Tokens that each sample takes: one reply of the script. */
export const SCRIPTED_TOKENS = 150;

const CALLS = { retries: 0, callTimeoutMs: 10_000, prices: [] };
/** Sessions that are run one after another to learn what they cost by themselves. */
const IDEAL_SAMPLES = 300;

export interface Bench {
  /** Begins the run in its folder, or goes on with it. */
  readonly go: (onSight: (sight: EvalSight) => void) => Promise<EvalRunEnd>;
  readonly results: () => AsyncIterable<EvalResult>;
  /** Samples a second of the same cells without a queue. */
  readonly ideal: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A run of scripted samples, one model and one strategy; nothing of it but results is kept on disk. */
export async function scriptBench(folder: string, samples: number): Promise<Bench> {
  function* numbered(): Generator<Sample> {
    for (let number = 1; number <= samples; number += 1) yield unsafeSample(number);
  }
  const own: Extensions = {
    ...extensions,
    datasets: { scripted: () => Promise.resolve(scriptedDataset(numbered)) },
    providers: { scripted: () => Promise.resolve(scriptedProvider(fixReply)) },
  };
  const host: Host = {
    environment: { PATH: '/nonexistent' },
    folder,
    stateFolder: folder,
    modelsFolder: tmpdir(),
    nowMs: Date.now,
    random: Math.random,
  };
  const plan: EvalPlan = { ...scriptedPlan, strategies: ['feedback-only'], keepSessions: false };
  const counts = await countDatasets(plan, own, () => undefined);
  const files = await own.queues['files']?.();
  if (files === undefined) throw new RangeError('There is no queue of files.');
  const queue = await files.create(join(folder, 'evals'), {
    runId: 'bench',
    startedAtMs: 0,
    plan: withSeen(plan, counts),
  });
  const shared = { calls: CALLS, extensions: own, host };
  return {
    go: async (onSight) =>
      await runEval({
        ...shared,
        queue,
        counts,
        concurrency: 4,
        retriesErrors: false,
        signal: new AbortController().signal,
        onResult: (_result, sight) => {
          onSight(sight);
        },
      }),
    results: () => queue.results(),
    ideal: async () => {
      const machine = await openRunMachine({ ...shared, plan, runId: 'ideal', sessionsFolder: folder });
      const { signal } = new AbortController();
      let startedMs = 0;
      let done = 0;
      for await (const cell of layOutCells(plan, own)) {
        // The first ones load rules and compile what runs often.
        if (done === 50) startedMs = performance.now();
        if (done === IDEAL_SAMPLES) break;
        await runCell(cell, machine, signal);
        done += 1;
      }
      await machine.close();
      return ((done - 50) * 1000) / (performance.now() - startedMs);
    },
    close: async () => {
      await queue.close();
    },
  };
}
