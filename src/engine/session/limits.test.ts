import { describe, expect, it } from 'vitest';
import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import { brokenLimit, estimateTokens, type Spent, unreportedTokens, workedMs } from './limits.ts';

const stored = (atMs: number, type: 'resumed' | 'other', sequence: number): StoredEvent => {
  const event: SessionEvent =
    type === 'resumed'
      ? { type: 'session-resumed', version: '1' }
      : { type: 'limit-reached', limit: 'time', detail: 'any event will do' };
  return { sequence, atMs, event };
};

describe('workedMs', () => {
  it('leaves out the pause between an interruption and its resumption', () => {
    const events = [
      stored(1000, 'other', 1),
      stored(1400, 'other', 2),
      stored(9000, 'resumed', 3),
      stored(9100, 'other', 4),
    ];

    expect(workedMs(events, 9250)).toBe(400 + 100 + 150);
  });

  it('is nothing before the first event, and never runs backwards with the clock', () => {
    expect(workedMs([], 5000)).toBe(0);
    expect(workedMs([stored(1000, 'other', 1), stored(400, 'other', 2)], 300)).toBe(0);
  });
});

describe('brokenLimit', () => {
  const spent: Spent = { usage: { inputTokens: 60, outputTokens: 20 }, estimatedTokens: 15, cost: 900, calls: 3 };
  const prompt = [{ role: 'user', content: 'x'.repeat(20) }] as const; // five tokens

  it.each([
    { limits: {}, elapsedMs: 1_000_000, broken: undefined },
    { limits: { maxTokens: 100 }, elapsedMs: 0, broken: undefined }, // 60 + 20 + 15 + 5
    { limits: { maxTokens: 99 }, elapsedMs: 0, broken: 'tokens' },
    { limits: { maxCostMicroUsd: 901 }, elapsedMs: 0, broken: undefined },
    { limits: { maxCostMicroUsd: 900 }, elapsedMs: 0, broken: 'cost' },
    { limits: { maxCalls: 4 }, elapsedMs: 0, broken: undefined },
    { limits: { maxCalls: 3 }, elapsedMs: 0, broken: 'calls' },
    { limits: { timeoutMs: 1000 }, elapsedMs: 999, broken: undefined },
    { limits: { timeoutMs: 1000 }, elapsedMs: 1000, broken: 'time' },
  ])('is $broken for $limits after $elapsedMs ms', ({ limits, elapsedMs, broken }) => {
    expect(brokenLimit(spent, limits, prompt, elapsedMs)?.limit).toBe(broken);
  });

  it('takes an unknown cost for too much', () => {
    expect(brokenLimit({ ...spent, cost: 'unknown' }, { maxCostMicroUsd: 1_000_000 }, prompt, 0)?.limit).toBe('cost');
  });
});

describe('unreportedTokens', () => {
  const reply = {
    outcome: { kind: 'answered', text: 'x'.repeat(40) },
    answeredBy: 'm',
    usage: {},
    cost: 0,
    calls: 1,
    durationMs: 1,
  } as const;
  const prompt = [{ role: 'user', content: 'x'.repeat(20) }] as const;

  it('estimates prompt and answer of a provider that tells nothing', () => {
    expect(unreportedTokens(reply, prompt)).toBe(15);
    expect(estimateTokens(prompt)).toBe(5);
  });

  it('is nothing where usage was told, or nobody was asked', () => {
    expect(unreportedTokens({ ...reply, usage: { outputTokens: 3 } }, prompt)).toBe(0);
    expect(unreportedTokens({ ...reply, calls: 0 }, prompt)).toBe(0);
  });
});
