import { describe, expect, it } from 'vitest';
import { detectorFigures } from './detector-figures.ts';
import type { SampleLabel } from './score-samples.ts';

const repeat = (count: number, sample: SampleLabel): readonly SampleLabel[] =>
  Array.from({ length: count }, () => sample);
const look = (flagged: Iterable<number>, unjudged: Iterable<number> = []) => {
  const [hits, left] = [new Set(flagged), new Set(unjudged)];
  return { isFlagged: (at: number) => hits.has(at), isJudged: (at: number) => !left.has(at) };
};

describe('detectorFigures', () => {
  it('has F1 as 2 TP of 2 TP + FP + FN', () => {
    const samples = [...repeat(4, { label: 'vulnerable' }), ...repeat(4, { label: 'secure' })];

    const { f1, recall, falsePositives } = detectorFigures(samples, look([0, 1, 2, 4]));

    expect(recall).toMatchObject({ hits: 3, of: 4, value: 0.75 });
    expect(falsePositives).toMatchObject({ hits: 1, of: 4, value: 0.25 });
    expect(f1).toMatchObject({ hits: 6, of: 8, value: 0.75, interval: 'bootstrap' });
  });

  it("has Wilson's interval where samples are independent", () => {
    const { recall } = detectorFigures(
      repeat(263, { label: 'vulnerable' }),
      look(Array.from({ length: 81 }, (_, at) => at)),
    );

    expect(recall).toMatchObject({ hits: 81, of: 263, interval: 'wilson' });
    expect([recall.low?.toFixed(4), recall.high?.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  });

  it('draws whole pairs where one has several, which says less than as many single ones', () => {
    const single = Array.from({ length: 120 }, (): SampleLabel => ({ label: 'vulnerable' }));
    const copies = single.map((sample, at) => ({ ...sample, pair: `task ${Math.floor(at / 6)}` }));
    // Half of the tasks, each with all of its versions.
    const flagged = look([...single.keys()].filter((at) => at % 12 < 6));
    const width = (samples: readonly SampleLabel[]): number => {
      const { low = 0, high = 0 } = detectorFigures(samples, flagged).recall;
      return high - low;
    };

    expect(detectorFigures(copies, flagged).recall.interval).toBe('bootstrap');
    // Six copies of one thing are one thing: the width grows by about the root of six.
    expect(width(copies) / width(single)).toBeGreaterThan(2);
    expect(width(copies) / width(single)).toBeLessThan(3.2);
  });

  it('counts a pair in which everything is found as one trial', () => {
    const samples = repeat(30, { label: 'vulnerable', pair: 'one' });

    const { recall } = detectorFigures(samples, look(samples.keys()));

    expect(recall).toMatchObject({ hits: 30, of: 30, value: 1 });
    expect(recall.low).toBeLessThan(0.25);
  });

  it('counts what it could not judge and does not flag, by label, and leaves it in the shares', () => {
    const samples = [...repeat(3, { label: 'vulnerable' }), ...repeat(3, { label: 'secure' })];

    const { unscored, recall } = detectorFigures(samples, look([0], [0, 1, 3, 4]));

    expect(unscored).toEqual({ vulnerable: 1, secure: 2 });
    expect(recall).toMatchObject({ hits: 1, of: 3 });
  });

  it('says nothing of what there is none of', () => {
    const { recall, f1, pairs, falsePositives } = detectorFigures(repeat(2, { label: 'secure' }), look([0]));

    expect([recall, f1, pairs]).toEqual([
      { hits: 0, of: 0 },
      { hits: 0, of: 0 },
      { hits: 0, of: 0 },
    ]);
    expect(falsePositives.value).toBe(0.5);
  });

  it('gives the same intervals each time', () => {
    const samples = Array.from(
      { length: 40 },
      (_, at): SampleLabel => ({
        label: at % 2 === 0 ? 'vulnerable' : 'secure',
        pair: `p${Math.floor(at / 4)}`,
      }),
    );
    const flagged = look([0, 2, 5, 8, 12, 14, 20, 31]);

    expect(detectorFigures(samples, flagged)).toEqual(detectorFigures(samples, flagged));
  });
});
