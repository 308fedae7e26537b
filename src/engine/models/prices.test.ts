import { describe, expect, it } from 'vitest';
import { PRICE_TABLE } from './price-table.ts';
import { costOf, type Price, type Prices, priceKnown } from './prices.ts';

// $2 in, $0.50 from the cache, $8 out, per million.
const ONE: Price = {
  provider: 'acme',
  model: 'one',
  inputMicroUsd: 2_000_000,
  cachedInputMicroUsd: 500_000,
  outputMicroUsd: 8_000_000,
  maxInputTokens: 200_000,
  asOf: '2026-01-01',
};
const PRICES: Prices = [ONE];
const charge = { model: 'acme/one', answeredBy: 'one', usage: { inputTokens: 1000, outputTokens: 100 }, isFree: false };

describe('costOf', () => {
  it('adds input and output', () => {
    expect(costOf(charge, PRICES)).toBe(2800); // 1000 * 2 + 100 * 8
  });

  it('charges the cached part of the input less', () => {
    const usage = { inputTokens: 1000, cachedInputTokens: 400, outputTokens: 0 };

    expect(costOf({ ...charge, usage }, PRICES)).toBe(1400); // 600 * 2 + 400 * 0.5
  });

  it('charges the cached part like the rest where its price is not known', () => {
    const { cachedInputMicroUsd: _, ...plain } = ONE;
    const usage = { inputTokens: 1000, cachedInputTokens: 400, outputTokens: 0 };

    expect(costOf({ ...charge, usage }, [plain])).toBe(2000);
  });

  it('rounds up', () => {
    expect(costOf({ ...charge, usage: { inputTokens: 1, cachedInputTokens: 1, outputTokens: 0 } }, PRICES)).toBe(1);
  });

  it('knows a model with a date by its name', () => {
    expect(costOf({ ...charge, answeredBy: 'one-2026-02-03' }, PRICES)).toBe(2800);
    expect(costOf({ ...charge, answeredBy: 'one-20260203' }, PRICES)).toBe(2800);
  });

  it.each([
    ['another model answered', { answeredBy: 'one-mini' }],
    ['another provider served it', { model: 'other/one' }],
    ['the input was not counted', { usage: { outputTokens: 1 } }],
    ['the output was not counted', { usage: { inputTokens: 1 } }],
    ['the prompt is longer than the price holds for', { usage: { inputTokens: 200_001, outputTokens: 1 } }],
  ])('is unknown when %s', (_, change) => {
    expect(costOf({ ...charge, ...change }, PRICES)).toBe('unknown');
  });

  it('is 0 for a free model, whatever it tells', () => {
    expect(costOf({ ...charge, usage: {}, isFree: true }, [])).toBe(0);
  });
});

describe('PRICE_TABLE', () => {
  it('prices a call as the list says', () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 1_000_000 };

    // $0.15 and $0.60, which are not exact in binary.
    expect(
      costOf({ model: 'openai/gpt-4o-mini', answeredBy: 'gpt-4o-mini-2024-07-18', usage, isFree: false }, PRICE_TABLE),
    ).toBe(750_000);
  });

  it('holds plausible whole numbers with their day, each model once', () => {
    for (const { inputMicroUsd, cachedInputMicroUsd = 0, outputMicroUsd, asOf } of PRICE_TABLE) {
      expect([inputMicroUsd, cachedInputMicroUsd, outputMicroUsd].every(Number.isInteger)).toBe(true);
      expect(cachedInputMicroUsd).toBeLessThan(inputMicroUsd);
      expect(outputMicroUsd).toBeGreaterThanOrEqual(inputMicroUsd);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    const names = PRICE_TABLE.map(({ provider, model }) => `${provider}/${model}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says beforehand which models it knows', () => {
    expect(priceKnown('openai/gpt-4.1', PRICE_TABLE)).toBe(true);
    expect(priceKnown('openai/no-such-model', PRICE_TABLE)).toBe(false);
  });
});
