import { describe, expect, it } from 'vitest';
import type { CweId } from '#core/cwe-id.ts';
import type { Finding } from '#core/finding.ts';
import type { Severity } from '#core/severity.ts';
import type { MergedFinding } from '../detection/merge.ts';
import { keepLedger } from './referee.ts';

interface Given {
  readonly cwe: CweId;
  readonly severity?: Severity;
  readonly path?: string;
  readonly fingerprint?: string;
}

function weakness({ cwe, severity = 'high', path = 'a.py', fingerprint = cwe }: Given): MergedFinding {
  const finding: Finding = {
    detector: 'scripted',
    rule: cwe,
    cwes: [cwe],
    severity,
    confidence: 'high',
    span: { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    message: 'It is there.',
    fingerprint,
  };
  return { finding, agreedBy: ['scripted'], members: [finding] };
}

const named = (items: readonly { readonly cwe: CweId | undefined }[]): readonly (CweId | undefined)[] =>
  items.map(({ cwe }) => cwe);

describe('keepLedger', () => {
  it('counts what is fixed, left and new, by weight', () => {
    const ledger = keepLedger({
      iteration: 1,
      before: [weakness({ cwe: 'CWE-78', severity: 'critical' }), weakness({ cwe: 'CWE-89' })],
      after: [weakness({ cwe: 'CWE-89' }), weakness({ cwe: 'CWE-22', severity: 'medium' })],
      claims: [],
    });

    expect(named(ledger.fixed)).toEqual(['CWE-78']);
    expect(named(ledger.left)).toEqual(['CWE-89']);
    expect(named(ledger.introduced)).toEqual(['CWE-22']);
    // 10 for the critical one fixed, 2 off for the new medium one, 1 off for the one left.
    expect(ledger).toMatchObject({ scoreBefore: -15, score: -7, points: 7 });
  });

  it('takes a point for a claim that a detector gives the lie to', () => {
    const left = [weakness({ cwe: 'CWE-89' })];

    const ledger = keepLedger({ iteration: 1, before: left, after: left, claims: ['CWE-89'] });

    expect(named(ledger.falselyClaimed)).toEqual(['CWE-89']);
    expect(ledger.points).toBe(-2); // 1 for the one left, 1 for the false claim
  });

  it('believes a claim that some fix of the round bears out', () => {
    const ledger = keepLedger({
      iteration: 1,
      before: [weakness({ cwe: 'CWE-89', fingerprint: 'one' }), weakness({ cwe: 'CWE-89', fingerprint: 'two' })],
      after: [weakness({ cwe: 'CWE-89', fingerprint: 'two' })],
      claims: ['CWE-89'],
    });

    expect(ledger.falselyClaimed).toEqual([]);
    expect(ledger.points).toBe(4); // 5 for the one fixed, 1 off for the one left
  });

  it('takes a flaw on a rewritten line for left, not for fixed and new', () => {
    const ledger = keepLedger({
      iteration: 1,
      before: [weakness({ cwe: 'CWE-121', fingerprint: 'old line' })],
      after: [weakness({ cwe: 'CWE-787', fingerprint: 'new line' })],
      claims: [],
    });

    expect(named(ledger.left)).toEqual(['CWE-787']);
    expect([ledger.fixed, ledger.introduced]).toEqual([[], []]);
  });

  it('does not take the same weakness in another file for the same flaw', () => {
    const ledger = keepLedger({
      iteration: 1,
      before: [weakness({ cwe: 'CWE-89', fingerprint: 'a' })],
      after: [weakness({ cwe: 'CWE-89', path: 'b.py', fingerprint: 'b' })],
      claims: [],
    });

    expect([named(ledger.fixed), named(ledger.introduced)]).toEqual([['CWE-89'], ['CWE-89']]);
  });

  it('has no score before the first program, and no reward for a clean one', () => {
    const ledger = keepLedger({ iteration: 0, after: [], claims: [] });

    expect(ledger).toMatchObject({ score: 0, points: 0 });
    expect(ledger).not.toHaveProperty('scoreBefore');
  });

  it('rewards a round that leaves nothing', () => {
    expect(keepLedger({ iteration: 1, before: [weakness({ cwe: 'CWE-89' })], after: [], claims: [] }).points).toBe(6);
  });
});
