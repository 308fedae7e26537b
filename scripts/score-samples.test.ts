import { describe, expect, it } from 'vitest';
import type { LabelledSample } from '#engine/evals/labelled/labelled-sample.ts';
import { readSamples, samplesBelow } from './score-samples.ts';

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
