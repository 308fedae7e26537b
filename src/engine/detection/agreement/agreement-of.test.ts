import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/finding.ts';
import { agreementsOf, agreementText } from './agreement-of.ts';
import type { PrecisionTable } from './precision-table.ts';

const LOOKS = { 'c CWE-89': { looked: [20, 20], flagged: [10, 1] } } as const;
const TABLE: PrecisionTable = {
  one: { version: '1', rules: { r: [0, 0], 'r CWE-89': [10, 1] }, looks: LOOKS },
  two: { version: '1', rules: { 'r CWE-89': [10, 1] }, looks: LOOKS },
};

function finding(detector: string, rule = 'r'): Finding {
  return {
    detector,
    rule,
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'medium',
    span: { path: 'a.c', startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
    message: 'A fact.',
    fingerprint: detector,
  };
}

function outcome(detector: string, findings: readonly Finding[], covered: readonly string[] = ['a.c']) {
  return { detector, status: 'completed' as const, covered, findings };
}

describe('agreementsOf', () => {
  it('gives all findings of one weakness the same agreement, and says who is silent', () => {
    const [first, second] = [finding('one'), finding('two')];

    const both = agreementsOf([outcome('one', [first]), outcome('two', [second])], TABLE);
    const alone = agreementsOf([outcome('one', [first]), outcome('two', [])], TABLE).get(first);
    const unseen = agreementsOf([outcome('one', [first]), outcome('two', [], [])], TABLE).get(first);

    expect(both.get(first)).toBe(both.get(second));
    expect(both.get(first)).toMatchObject({ agreedBy: ['one', 'two'], silent: [] });
    expect(alone).toMatchObject({ agreedBy: ['one'], silent: ['two'] });
    expect(unseen?.silent).toEqual([]);
    expect(both.get(first)?.probability).toBeGreaterThan(unseen?.probability ?? 1);
    expect(unseen?.probability).toBeGreaterThan(alone?.probability ?? 1);
  });

  it('says no probability of a rule that the table does not know', () => {
    const unknown = finding('one', 'new');

    expect(agreementsOf([outcome('one', [unknown])], TABLE).get(unknown)).toEqual({ agreedBy: ['one'], silent: [] });
  });
});

describe('agreementText', () => {
  it('says how likely, who agrees and who is silent', () => {
    expect(agreementText({ probability: 0.826, agreedBy: ['cppcheck', 'static'], silent: ['flawfinder'] })).toBe(
      'likely 83 % (cppcheck, static agree; flawfinder silent)',
    );
    expect(agreementText({ agreedBy: ['static'], silent: [] })).toBeUndefined();
  });
});
