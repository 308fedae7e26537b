import { describe, expect, it } from 'vitest';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import { scriptedPlan } from '#testing/scripted-eval.ts';
import { type EstimateInput, estimateRun, type StrategyCalls } from './estimate.ts';
import type { DatasetCount } from './lay-out.ts';

const PRICE = {
  provider: 'acme',
  model: 'one',
  inputMicroUsd: 1_000_000,
  outputMicroUsd: 2_000_000,
  asOf: '2026-01-01',
};

const once: StrategyCalls = {
  name: 'once',
  fixes: false,
  expected: { request: { calls: 1, rounds: 0 }, code: { calls: 0, rounds: 0 } },
};
const loop: StrategyCalls = {
  name: 'loop',
  fixes: true,
  expected: { request: { calls: 7, rounds: 3 }, code: { calls: 6, rounds: 3 } },
};

function count(mode: 'request' | 'code', samples = 10, characters = 4000): DatasetCount {
  const planned = { name: 'scripted', mode };
  return { planned, samples, leftOut: 0, languages: { python: samples }, characters, sha256: '' };
}

function estimate(changes: Partial<EstimateInput> = {}, plan: Partial<EvalPlan> = {}) {
  return estimateRun({
    plan: { ...scriptedPlan, models: ['acme/one'], ...plan },
    counts: [count('request')],
    strategies: [once, loop],
    callsPerReview: 0,
    isFree: () => false,
    prices: [PRICE],
    ...changes,
  });
}

describe('estimateRun', () => {
  it('counts sessions, calls, tokens and money of every model, strategy, sample and repeat', () => {
    // A request of 100 tokens, 900 of the prompt around it, a program of 600: 1,600 in and 600 out for each call.
    expect(estimate({}, { repeats: 2 })).toEqual({
      cells: 40,
      calls: 160,
      inputTokens: 256_000,
      outputTokens: 96_000,
      cost: 256_000 + 2 * 96_000,
      unpriced: [],
    });
  });

  it('takes the size of code that is there, and no call for a strategy that does not fix', () => {
    expect(estimate({ counts: [count('code')] })).toMatchObject({ cells: 20, calls: 60, outputTokens: 60 * 100 });
  });

  it('adds what a reviewing model is asked about each program', () => {
    expect(estimate({ callsPerReview: 2 })).toMatchObject({ calls: 10 * (1 + 2) + 10 * (7 + 8) });
  });

  it('gives each strategy of an equal budget its calls, and never more than it takes', () => {
    expect(estimate({}, { budget: { calls: 12 } })).toMatchObject({ calls: 10 * 1 + 10 * 12 });
  });

  it('says that the cost is not known, and of which model, but not for one that is free', () => {
    const models = ['acme/one', 'acme/two'];

    expect(estimate({}, { models })).toMatchObject({ cost: 'unknown', unpriced: ['acme/two'] });
    const free = estimate({ isFree: (model) => model === 'acme/two' }, { models });
    expect(free.unpriced).toEqual([]);
    expect(free.cost).toBe(estimate().cost);
  });

  it('takes nothing for a dataset without samples', () => {
    expect(estimate({ counts: [count('request', 0, 0)] })).toMatchObject({ cells: 0, calls: 0, cost: 0 });
  });
});
