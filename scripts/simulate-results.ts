import type { EvalResult, IterationResult } from '#engine/evals/eval-result.ts';
import type { Score } from '#engine/evals/score.ts';
import type { SimulatedModel } from './simulated-chain.ts';

/** Layout of a simulated run. */
export interface SimulatedRun {
  readonly model: SimulatedModel;
  readonly samples: number;
  /** Samples of each cluster, over and over until all have one; absent: each sample is its own. */
  readonly clusterSizes?: readonly number[];
  /** Half of the clusters, by chance, are harder by this at first, the others easier. */
  readonly spread?: number;
  readonly rounds: number;
  readonly repeats?: number;
  readonly strategy?: string;
  /** Whether a cluster is hard, where several strategies meet the same ones; absent: drawn. */
  readonly isHard?: (cluster: number) => boolean;
}

const STEPS: IterationResult[][] = [];

/** Results of one run, drawn from `random`. */
export function simulateResults(run: SimulatedRun, random: () => number): readonly EvalResult[] {
  const { model, samples, clusterSizes = [1], spread = 0, rounds, repeats = 1, strategy = 'loop' } = run;
  const results: EvalResult[] = [];
  const isHard = run.isHard ?? hardness(random);
  for (let [sample, cluster] = [0, 0]; sample < samples; cluster += 1) {
    const first = model.first + (isHard(cluster) ? spread : -spread);
    const end = Math.min(samples, sample + (clusterSizes[cluster % clusterSizes.length] ?? 1));
    for (; sample < end; sample += 1) {
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        const iterations = walk({ ...model, first }, rounds, random);
        results.push(resultOf(`s${sample}`, `c${cluster}`, repeat, strategy, iterations));
      }
    }
  }
  return results;
}

/** Draws once for each cluster whether it is hard. */
export function hardness(random: () => number): (cluster: number) => boolean {
  const drawn: boolean[] = [];
  return (cluster) => {
    while (drawn.length <= cluster) drawn.push(random() < 0.5);
    return drawn[cluster] ?? false;
  };
}

/** A model that breaks nothing ends as the loop would: with the first program that is secure. */
function walk({ first, fixes, breaks }: SimulatedModel, rounds: number, random: () => number): IterationResult[] {
  let isVulnerable = random() < first;
  const steps = [stepOf(0, isVulnerable)];
  for (let round = 1; round <= rounds && (isVulnerable || breaks > 0); round += 1) {
    isVulnerable = isVulnerable ? random() >= fixes : random() < breaks;
    steps.push(stepOf(round, isVulnerable));
  }
  return steps;
}

function stepOf(iteration: number, isVulnerable: boolean): IterationResult {
  const known = STEPS[iteration]?.[isVulnerable ? 1 : 0];
  if (known !== undefined) return known;
  STEPS[iteration] = [true, false].map((passes): IterationResult => {
    const detail = passes ? '' : 'There are findings.';
    const detectors: Score = { status: 'scored', passes, findings: [], detail };
    return {
      ...{ iteration, isAccepted: true, open: passes ? 0 : 1, fixed: 0, introduced: 0, falselyClaimed: 0 },
      ...{ changeFaults: [], lines: 40, scores: { detectors } },
    };
  });
  return stepOf(iteration, isVulnerable);
}

function resultOf(
  sampleId: string,
  cluster: string,
  repeat: number,
  strategy: string,
  iterations: readonly IterationResult[],
): EvalResult {
  // One plain literal: there are millions of these, and spreads take twenty times as long.
  return {
    key: sampleId,
    index: 0,
    dataset: 'simulated',
    mode: 'request',
    sampleId,
    cluster,
    language: 'python',
    cwes: [],
    model: 'simulated/model',
    strategy,
    repeat,
    sessionId: sampleId,
    iterations,
    scores: iterations.at(-1)?.scores ?? {},
    usage: {},
    cost: 'unknown',
    calls: iterations.length,
    durationMs: 0,
  };
}
