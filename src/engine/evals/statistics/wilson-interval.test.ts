import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  it('agrees with the published example of 81 in 263', () => {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    const [low, high] = wilsonInterval({ hits: 81, of: 263 });

    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  });

  it.each([
    { hits: 15, of: 148, low: '0.0624', high: '0.1605' },
    { hits: 0, of: 20, low: '0.0000', high: '0.1611' },
    { hits: 1, of: 29, low: '0.0061', high: '0.1718' },
  ])('agrees with the published example of $hits in $of', ({ low, high, ...share }) => {
    // The same table.
    expect(wilsonInterval(share).map((end) => end.toFixed(4))).toEqual([low, high]);
  });

  it('stays within 0 and 1', () => {
    expect(wilsonInterval({ hits: 0, of: 10 })[0]).toBe(0);
    expect(wilsonInterval({ hits: 10, of: 10 })[1]).toBeCloseTo(1, 9);
    expect(wilsonInterval({ hits: 0, of: 0 })).toEqual([0, 1]);
  });
});
