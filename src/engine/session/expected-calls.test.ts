import { describe, expect, it } from 'vitest';
import { extensions, load } from '#apps/compose.ts';
import { wordLanguage as language } from '#testing/scripted-session.ts';
import { expectedCalls } from './expected-calls.ts';

describe('expectedCalls', () => {
  // As docs/guide/strategies.md tells: the first program, then each of three rounds.
  it.each([
    ['encouragement', 1, [1, 1, 1], 3],
    ['encouragement-paper', 1, [1, 1, 1], 3],
    ['feedback-only', 1, [1, 1, 1], 3],
    ['zero-shot', 1, [], 0],
    ['persona', 1, [], 0],
    ['chain-of-thought', 1, [], 0],
    ['chain-of-code', 2, [], 0],
    ['ma-cot', 2, [], 0],
    ['rci', 5, [], 4],
    ['self-debug', 3, [], 2],
    ['fdsp', 1, [3, 1, 1], 5],
    ['promsec-like', 1, [2, 2, 2], 6],
    ['indict-like', 5, [4, 4, 4], 12],
    ['scgagent-like', 1, [2, 1, 1], 4],
    ['best-of-n', 1, [1, 1, 1], 3],
  ])('counts what %s asks', async (name, first, rounds, given) => {
    const strategy = await load(extensions.strategies, name, 'strategy');
    const expected = (isWritten: boolean, maxIterations: number) =>
      expectedCalls(strategy, { language, isWritten, maxIterations });
    const sum = rounds.reduce((total, calls) => total + calls, first);

    expect(expected(true, 0)).toEqual({ calls: first, rounds: 0 });
    expect(expected(true, 3)).toEqual({ calls: sum, rounds: rounds.length });
    expect(expected(false, 3).calls).toBe(given);
  });

  it('ends where a dialogue does not', async () => {
    const plain = await load(extensions.strategies, 'zero-shot', 'strategy');
    const endless = { ...plain, generate: () => ({ messages: [], step: 'again' }) };

    expect(expectedCalls(endless, { language, isWritten: true, maxIterations: 3 })).toEqual({ calls: 13, rounds: 0 });
  });
});
