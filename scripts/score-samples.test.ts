import { describe, expect, it } from 'vitest';
import type { LabelledSample } from '#engine/evals/labelled/labelled-sample.ts';
import { readSamples, samplesBelow } from './score-samples.ts';
import { type LabelledSample, readSamples, samplesBelow, scoreSamples } from './score-samples.ts';

const sample = (label: LabelledSample['label'], pair?: string): LabelledSample => ({
  language: 'python',
  cwe: 89,
  label,
  code: 'pass',
  pair,
});

describe('samplesBelow', () => {
  it('takes those of one folder for a pair', () => {
    const ids = ['real/a/vuln.c', 'real/a/patch.c', 'other/b.c', 'realistic/c.c'];
    const samples = ids.map((id) => ({ ...sample('secure'), id, pair: 'all' }));
    expect(samplesBelow(samples, 'real').map(({ id, pair }) => [id, pair])).toEqual([
      ['real/a/vuln.c', 'real/a'],
      ['real/a/patch.c', 'real/a'],
    ]);
    expect(samplesBelow([sample('secure')], 'real')).toEqual([]);
  });
});

describe('readSamples', () => {
  it('reads a line each and leaves out empty ones', () => {
    expect(readSamples(`${JSON.stringify(sample('secure'))}\n\n`)).toEqual([sample('secure')]);
  });

  it('refuses a line without a label', () => {
    expect(() => readSamples('{"language":"python","cwe":89,"code":""}')).toThrow('label');
  });
});
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
});
