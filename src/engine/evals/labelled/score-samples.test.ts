import { describe, expect, it } from 'vitest';
import { type SampleLabel, scoreSamples } from './score-samples.ts';

const sample = (label: SampleLabel['label'], pair?: string): SampleLabel => ({ label, pair });

describe('scoreSamples', () => {
  it('counts a pair only when one version is flagged and the other is not', () => {
    const samples = [
      sample('vulnerable', 'a'),
      sample('secure', 'a'),
      sample('vulnerable', 'b'),
      sample('secure', 'b'),
      sample('vulnerable'),
    ];
    const flagged = new Set([0, 2, 3]);

    expect(scoreSamples(samples, (position) => flagged.has(position))).toEqual({
      recall: { hits: 2, of: 3 },
      falsePositives: { hits: 1, of: 2 },
      pairs: { hits: 1, of: 2 },
    });
  });

  it('compares each vulnerable version with the first secure one, wherever it stands', () => {
    const samples = [
      sample('vulnerable', 'a'),
      sample('secure', 'a'),
      sample('secure', 'a'),
      sample('vulnerable', 'a'),
      sample('vulnerable', 'alone'),
      sample('vulnerable', ''),
      sample('secure', ''),
    ];

    // The second secure version is flagged, and does not count for pairs.
    const flagged = new Set([0, 2, 3]);

    expect(scoreSamples(samples, (position) => flagged.has(position)).pairs).toEqual({ hits: 2, of: 2 });
  });

  it('has shares of nothing for no samples', () => {
    const none = { hits: 0, of: 0 };
    expect(scoreSamples([], () => true)).toEqual({ recall: none, falsePositives: none, pairs: none });
  });
});
