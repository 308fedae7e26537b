import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample } from '#core/sample.ts';
import { type Extensions, extensions } from '#apps/compose.ts';
import { countDatasets, layOutCells, withSeen } from '#apps/workbench/evals/lay-out.ts';
import { runCell } from '#apps/workbench/evals/run-cell.ts';
import { type EvalRunEnd, type EvalSight, runEval } from '#apps/workbench/evals/run-eval.ts';
import { openRunMachine } from '#apps/workbench/evals/run-machine.ts';
import type { Message } from '#core/message.ts';
import type { ModelReply } from '#engine/models/provider.ts';
import type { Host } from '#apps/workbench/host.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { programReply, scriptedDataset, scriptedPlan, scriptedProvider } from '#testing/scripted-eval.ts';
import { wordDetector, wordSyntax } from '#testing/scripted-session.ts';

/** Tokens that each sample takes: one reply of the script. */
export const SCRIPTED_TOKENS = 150;

const CALLS = { retries: 0, callTimeoutMs: 10_000, prices: [] };
/** Sessions that are run one after another to learn what they cost by themselves. */
const IDEAL_SAMPLES = 1050;

const PANEL: readonly Detector[] = [
  wordDetector('gate', 'broken', { cwes: [], severity: 'high' }, { isGate: true }),
  wordDetector('seen', 'sql', { cwes: ['CWE-89'], severity: 'high' }, { defaultRole: 'feedback' }),
  wordDetector('unseen', 'xss', { cwes: ['CWE-79'], severity: 'high' }, { defaultRole: 'marking' }),
];

/** Forty lines with a weakness for each detector. */
function wordSample(number: number): Sample {
  const lines = Array.from({ length: 38 }, (_, index) => `say ${String(number)} ${String(index)}`);
  return {
    id: `s${String(number)}`,
    language: 'words',
    cwes: ['CWE-89'],
    files: [{ path: 'main.words', text: ['sql', 'xss', ...lines].join('\n') }],
  };
}

/** The program of the sample that is asked about, without its weaknesses. */
function reply(messages: readonly Message[]): ModelReply {
  const program = messages
    .flatMap(({ content }) => content.split('\n'))
    .filter((line) => /^say \d+ \d+$/.test(line))
    .join('\n');
  return { ...programReply(''), text: `**main.words**\n\`\`\`words\n${program}\n\`\`\`\n` };
}

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
    for (let number = 1; number <= samples; number += 1) yield wordSample(number);
  }
  const own: Extensions = {
    ...extensions,
    datasets: { scripted: () => Promise.resolve(scriptedDataset(numbered)) },
    providers: { scripted: () => Promise.resolve(scriptedProvider(({ messages }) => reply(messages))) },
    // A language without a grammar: what is measured is the way of a sample and not the parser.
    syntax: () => Promise.resolve(wordSyntax),
    detectors: Object.fromEntries(PANEL.map((detector) => [detector.name, () => Promise.resolve(detector)])),
  };
  const host: Host = {
    environment: { PATH: '/nonexistent' },
    folder,
    stateFolder: folder,
    modelsFolder: tmpdir(),
    nowMs: Date.now,
    random: Math.random,
  };
  const plan: EvalPlan = {
    ...scriptedPlan,
    strategies: ['feedback-only'],
    feedback: ['seen'],
    heldOut: ['unseen'],
    keepSessions: false,
  };
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
