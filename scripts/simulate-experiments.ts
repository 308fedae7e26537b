import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Figure } from '#engine/evals/figure.ts';
import { comparisonTally } from '#engine/evals/comparison-tally.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { metric as costPerFix } from '#extensions/metrics/cost-per-fix/metric.ts';
import { metric as fixSuccessRate } from '#extensions/metrics/fix-success-rate/metric.ts';
import { metric as secureAtK } from '#extensions/metrics/secure-at-k/metric.ts';
import { metric as tokens } from '#extensions/metrics/tokens/metric.ts';
import { metric as vulnerabilityRate } from '#extensions/metrics/vulnerability-rate/metric.ts';
import { metric as vulnerableSamples } from '#extensions/metrics/vulnerable-samples/metric.ts';
import { figuresOf } from '#testing/figures-of.ts';
import type { Experiment, Expected } from './simulate-coverage.ts';
import { hardness, simulateResults, type SimulatedRun } from './simulate-results.ts';
import { fixSuccessAfter, type SimulatedModel, vulnerableAfter } from './simulated-chain.ts';

/** Sizes of the sets that the method was published on, together 581 samples. */
const ALL = 150 + 121 + 310;
const UNEVEN = [1, 2, 3, 5, 8, 13];
const LOOP: SimulatedModel = { first: 0.5, fixes: 0.5, breaks: 0.03 };
const STEADY: SimulatedModel = { ...LOOP, breaks: 0 };
const PLAIN: SimulatedModel = { first: 0.5, fixes: 0.35, breaks: 0.03 };

/** Everything that `npm run eval:simulate` tries. */
export function experiments(draws: number): readonly Experiment[] {
  return [
    rates({ model: LOOP, samples: ALL, rounds: 10 }, [0, 1, 2, 5, 10], draws, vulnerableSamples),
    rates({ model: LOOP, samples: 121, rounds: 10 }, [0, 1, 2, 5, 10], draws),
    rates({ model: STEADY, samples: 121, rounds: 5 }, [1, 5], draws),
    rates({ model: LOOP, samples: 310, rounds: 5, clusterSizes: UNEVEN, spread: 0.3 }, [0, 1, 5], draws),
    rates({ model: LOOP, samples: 60, rounds: 5, clusterSizes: UNEVEN, spread: 0.3 }, [0, 1, 5], draws),
    rates({ model: LOOP, samples: 50, rounds: 5, clusterSizes: [5], spread: 0.3 }, [0, 1], draws),
    rates({ model: LOOP, samples: 25, rounds: 5, clusterSizes: [5], spread: 0.3 }, [0, 1], draws),
    successes({ model: LOOP, samples: ALL, rounds: 10 }, [1, 2, 5, 10], draws),
    successes({ model: LOOP, samples: 121, rounds: 10 }, [1, 2, 5, 10], draws),
    successes({ model: STEADY, samples: 121, rounds: 10 }, [1, 5, 10], draws),
    successes({ model: LOOP, samples: 310, rounds: 5, clusterSizes: UNEVEN, spread: 0.3 }, [1, 2, 5], draws),
    successes({ model: LOOP, samples: 60, rounds: 5, clusterSizes: UNEVEN, spread: 0.3 }, [1, 2, 5], draws),
    differences({ model: LOOP, samples: ALL, rounds: 2 }, draws),
    differences({ model: LOOP, samples: 121, rounds: 5 }, draws),
    differences({ model: LOOP, samples: 310, rounds: 2, clusterSizes: UNEVEN, spread: 0.3 }, draws),
    differences({ model: LOOP, samples: 60, rounds: 2, clusterSizes: UNEVEN, spread: 0.3 }, draws),
    attempts({ model: LOOP, samples: 121, rounds: 1, repeats: 5, spread: 0.3 }, draws),
    attempts({ model: LOOP, samples: 310, rounds: 1, repeats: 5, spread: 0.3, clusterSizes: UNEVEN }, draws),
    skewedTokens(121, draws),
    skewedTokens(40, draws),
    moneyPerFix({ model: LOOP, samples: 121, rounds: 5 }, draws),
  ];
}

/** Rates by iteration. */
export function rates(
  run: SimulatedRun,
  iterations: readonly number[],
  draws: number,
  metric: Metric = vulnerabilityRate,
): Experiment {
  const scale = metric === vulnerableSamples ? run.samples : 1;
  return byIteration(metric, run, iterations, draws, (round) => scale * vulnerableAfter(run.model, round));
}

/** Fix success rates by iteration. */
export function successes(run: SimulatedRun, iterations: readonly number[], draws: number): Experiment {
  return byIteration(fixSuccessRate, run, iterations, draws, (round) => fixSuccessAfter(run.model, round));
}

function byIteration(
  metric: Metric,
  run: SimulatedRun,
  iterations: readonly number[],
  draws: number,
  truthAt: (iteration: number) => number,
): Experiment {
  return {
    simulate: (random) => simulateResults(run, random),
    figures: (results, seed) => chosen(metric, results, { seed, draws }, iterations.at(-1) ?? 0),
    expected: iterations.map((iteration) => ({
      title: `${metric.title}, iteration ${iteration}, ${layoutOf(run)}${run.model.breaks > 0 ? '' : ', nothing breaks'}`,
      part: String(iteration),
      truth: truthAt(iteration),
    })),
  };
}

function chosen(
  metric: Metric,
  results: readonly EvalResult[],
  options: { readonly seed: number; readonly draws: number },
  last: number,
): Readonly<Record<string, Figure>> {
  const figures = figuresOf(metric, results, options);
  // Once nothing is left to fix, no cell reaches the later iterations: they are as the last.
  const end = Object.values(figures).at(-1);
  const later = end === undefined ? [] : Array.from({ length: last + 1 }, (_, round) => [String(round), end] as const);
  return { ...Object.fromEntries(later), ...figures };
}

/** Two strategies on the same samples, hard ones being hard for both. */
export function differences(run: SimulatedRun, draws: number): Experiment {
  const truth = vulnerableAfter(PLAIN, run.rounds) - vulnerableAfter(run.model, run.rounds);
  return {
    simulate: (random) => {
      const isHard = hardness(random);
      return [
        ...simulateResults({ ...run, isHard, strategy: 'a' }, random),
        ...simulateResults({ ...run, isHard, strategy: 'b', model: PLAIN }, random),
      ];
    },
    figures: (results, seed) => {
      const tally = comparisonTally({ seed, draws, security: 'detectors' });
      for (const result of results) tally.add(result);
      const [comparison] = tally.comparisons();
      return comparison === undefined ? {} : { difference: comparison.difference };
    },
    expected: [{ title: `Difference of two strategies, ${layoutOf(run)}`, part: 'difference', truth }],
  };
}

function attempts(run: SimulatedRun, draws: number): Experiment {
  const { spread = 0 } = run;
  const failing = [spread, -spread].map((more) =>
    vulnerableAfter({ ...run.model, first: run.model.first + more }, run.rounds),
  );
  return {
    simulate: (random) => simulateResults(run, random),
    figures: (results, seed) => figuresOf(secureAtK, results, { seed, draws }),
    expected: [1, 3, 5].map(
      (k): Expected => ({
        title: `secure@${k} of 5 repeats, ${layoutOf(run)}`,
        part: String(k),
        truth: 1 - failing.reduce((sum, rate) => sum + rate ** k, 0) / failing.length,
      }),
    ),
  };
}

/** Log-normal tokens: the logarithm has a standard deviation of 1, so that few samples take most. */
function skewedTokens(samples: number, draws: number): Experiment {
  return {
    simulate: (random) =>
      simulateResults({ model: LOOP, samples, rounds: 0 }, random).map((result) => {
        const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
        return { ...result, usage: { inputTokens: 1000 * Math.exp(normal), outputTokens: 0 } };
      }),
    figures: (results, seed) => figuresOf(tokens, results, { seed, draws }),
    expected: [{ title: `Tokens, log-normal, ${samples} alone`, part: '', truth: 1000 * Math.exp(0.5), known: 0.9 }],
  };
}

/** Each cell costs an exponential amount, 1,000 on average, whatever comes of it. */
function moneyPerFix(run: SimulatedRun, draws: number): Experiment {
  const fixed = run.model.first * (1 - vulnerableAfter({ ...run.model, first: 1 }, run.rounds));
  return {
    simulate: (random) =>
      simulateResults(run, random).map((result) => ({ ...result, cost: -1000 * Math.log(1 - random()) })),
    figures: (results, seed) => figuresOf(costPerFix, results, { seed, draws }),
    expected: [{ title: `Money per fixed sample, ${layoutOf(run)}`, part: '', truth: 1000 / fixed }],
  };
}

function layoutOf(run: SimulatedRun): string {
  return run.clusterSizes === undefined ? `${run.samples} alone` : `${run.samples} in ${clustersOf(run)} clusters`;
}

function clustersOf({ samples, clusterSizes = [1] }: SimulatedRun): number {
  let clusters = 0;
  for (let placed = 0; placed < samples; clusters += 1) placed += clusterSizes[clusters % clusterSizes.length] ?? 1;
  return clusters;
}
