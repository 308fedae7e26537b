import { describe, expect, it } from 'vitest';
import { coverageOf } from './simulate-coverage.ts';
import { falseAlarms } from './simulate-errors.ts';
import { differences, rates, successes } from './simulate-experiments.ts';
import { fixSuccessAfter, vulnerableAfter } from './simulated-chain.ts';

const MODEL = { first: 0.5, fixes: 0.5, breaks: 0.03 };
const DRAWS = 200;

describe('the chain of two states', () => {
  it('agrees with steps worked out by hand', () => {
    // 0.5 * 0.5 + 0.5 * 0.03 = 0.265; 0.265 * 0.5 + 0.735 * 0.03 = 0.15455.
    expect(vulnerableAfter(MODEL, 0)).toBeCloseTo(0.5, 12);
    expect(vulnerableAfter(MODEL, 1)).toBeCloseTo(0.265, 12);
    expect(vulnerableAfter(MODEL, 2)).toBeCloseTo(0.15455, 12);
    expect(fixSuccessAfter(MODEL, 1)).toBeCloseTo(0.47, 12);
  });
});

// The whole of it is npm run eval:simulate; here few runs, with room for chance, whose outcome the seed fixes.
describe('metrics on scripted models', () => {
  it.each([
    { name: 'rates', experiment: rates({ model: MODEL, samples: 121, rounds: 5 }, [0, 1, 5], DRAWS) },
    {
      name: 'rates in clusters',
      experiment: rates(
        { model: MODEL, samples: 60, rounds: 1, clusterSizes: [1, 2, 3, 5], spread: 0.3 },
        [0, 1],
        DRAWS,
      ),
    },
    { name: 'fix success rates', experiment: successes({ model: MODEL, samples: 121, rounds: 2 }, [1, 2], DRAWS) },
    { name: 'differences', experiment: differences({ model: MODEL, samples: 121, rounds: 1 }, DRAWS) },
  ])('come out at the values by hand, and intervals hold them: $name', ({ experiment }) => {
    const runs = 60;

    for (const { truth, mean, meanError, covered } of coverageOf(experiment, runs, 1)) {
      expect(Math.abs(mean - truth)).toBeLessThan(4 * meanError);
      // 95 % less three standard deviations over 60 runs.
      expect(covered).toBeGreaterThan(0.86);
    }
  });

  it('finds no differences where there are none', () => {
    for (const { title, share } of falseAlarms(20, 1)) {
      // 5 % and three standard deviations over 20 runs; what is uncorrected or unused is shown to err.
      if (!/uncorrected|not used/.test(title)) expect(share).toBeLessThanOrEqual(0.2);
    }
  });
});
