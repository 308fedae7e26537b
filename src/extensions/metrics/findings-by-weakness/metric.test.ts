import { expect, it } from 'vitest';
import { figuresOf } from '#testing/figures-of.ts';
import { scriptedFinding, scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('counts the findings of last programs, as a mean over repeats', () => {
  const { cwe: _, ...nameless } = scriptedFinding('f3');
  const results = [
    scriptedResult('a', ['passes', [...WEAK, scriptedFinding('f2', { cwe: 'CWE-22' })]], { repeat: 1 }),
    scriptedResult('a', [WEAK, [...WEAK, nameless]], { repeat: 2 }),
    scriptedResult('b', ['passes'], { repeat: 1 }),
    scriptedResult('b', [], { repeat: 2 }),
  ];

  const figures = figuresOf(metric, results);

  expect(Object.keys(figures)).toEqual(['CWE-22', 'CWE-89', 'no weakness named']);
  expect(figures['CWE-22']).toMatchObject({ value: 0.5, n: 3, unscored: 1 });
  expect(figures['CWE-89']).toMatchObject({ value: 1, n: 3, unscored: 1 });
});
