import { describe, expect, it } from 'vitest';
import { plainRule } from '#testing/plain-rule.ts';
import { findingsSink } from './findings-sink.ts';
import type { RuleFinding } from './rule.ts';
import type { Step } from './value.ts';

const rule = plainRule('python/plain');
const files = [
  { path: 'a.py', text: 'one\ntwo\nthree\n' },
  { path: 'b.py', text: 'other\n' },
];
const low: RuleFinding = { message: 'It is low.', confidence: 'low' };

describe('findings', () => {
  it('are one for each place, the surest and then the worst', () => {
    const sink = findingsSink(files);
    const at = { start: 4, end: 7 };
    sink.add(rule, 'a.py', at, low);
    sink.add(rule, 'a.py', at, { message: 'It is sure.', confidence: 'high', severity: 'low' });
    sink.add(rule, 'a.py', at, { message: 'It is worse.', confidence: 'high', severity: 'critical' });
    sink.add(rule, 'a.py', at, { message: 'It is late.', confidence: 'medium', severity: 'critical' });
    sink.add(rule, 'a.py', at, { message: 'It is the same.', confidence: 'high', severity: 'critical' });
    sink.add(rule, 'a.py', { start: 4, end: 6 }, low);
    sink.add({ ...rule, id: 'python/other' }, 'a.py', at, low);

    expect(sink.all().map(({ message }) => message)).toEqual(['It is worse.', 'It is low.', 'It is low.']);
  });

  it('take from the rule what they do not say', () => {
    const sink = findingsSink(files);
    sink.add(rule, 'a.py', { start: 4, end: 7 }, low);
    sink.add(
      rule,
      'b.py',
      { start: 0, end: 5 },
      {
        ...low,
        cwes: ['CWE-79'],
        severity: 'critical',
        remediation: 'Do it.',
        fix: [{ at: { start: 0, end: 5 }, newText: 'new' }],
      },
    );
    const [first, second] = sink.all();

    expect(first).toMatchObject({
      rule: rule.id,
      cwes: rule.cwes,
      severity: rule.severity,
      remediation: rule.remediation,
      span: { path: 'a.py', startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
    });
    expect(first).not.toHaveProperty('fix');
    expect(first).not.toHaveProperty('flow');
    expect(second).toMatchObject({ cwes: ['CWE-79'], severity: 'critical', remediation: 'Do it.' });
    expect(second?.fix?.map(({ newText, span }) => `${span.path} ${newText}`)).toEqual(['b.py new']);
  });

  it('show the way of data, source first', () => {
    const sink = findingsSink(files);
    const step = (path: string, message: string, before?: Step): Step => ({
      path,
      at: { start: 0, end: 1 },
      message,
      before,
      length: 1,
    });
    const steps = step('a.py', 'Third.', step('b.py', 'Second.', step('a.py', 'First.')));
    const taint = { source: 'x', kind: 'remote', what: 'x', parameter: -1, safeFor: [], steps } as const;
    sink.add(rule, 'a.py', { start: 8, end: 2 }, { ...low, taint });

    expect(sink.all()[0]?.flow?.map(({ message, span }) => `${span.path} ${message}`)).toEqual([
      'a.py First.',
      'b.py Second.',
      'a.py Third.',
    ]);
  });

  it('know lines of many files', () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ path: `${index}.py`, text: 'a\nb\n' }));
    const sink = findingsSink(many);

    expect(many.map(({ path }) => sink.lineOf(path, 2))).toEqual(many.map(() => 2));
    expect(sink.lineOf('gone.py', 0)).toBe(1);
  });
});
