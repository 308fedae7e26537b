import { describe, expect, it } from 'vitest';
import type { MergedFinding } from '../detection/merge.ts';
import { disputeAbout } from './agreement.ts';

const open: MergedFinding = {
  finding: {
    detector: 'outsider',
    rule: 'odd',
    cwes: ['CWE-416'],
    severity: 'high',
    confidence: 'medium',
    span: { path: 'a.c', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    message: 'A fact.',
    fingerprint: 'f',
  },
  agreedBy: ['outsider'],
  members: [],
  silent: ['insider'],
};
const panel = { heldOut: ['outsider'] };

describe('disputeAbout', () => {
  it('names both sides when nothing tells who is right', () => {
    expect(disputeAbout([open], panel)).toBe(
      'Detectors disagree, and no measurement tells who is right: outsider reports CWE-416, while insider knows this weakness, looked and reports nothing.',
    );
  });

  it.each<[string, readonly MergedFinding[]]>([
    ['nothing is open', []],
    ['the counts reach the rule', [{ ...open, probability: 0.6 }]],
    ['nobody who knows the weakness is silent', [{ ...open, silent: [] }]],
    ['a detector with a say in the fixing agrees', [{ ...open, agreedBy: ['insider', 'outsider'] }]],
    ['something else is open beside it', [open, { ...open, agreedBy: ['insider'] }]],
  ])('is none when %s', (_, findings) => {
    expect(disputeAbout(findings, panel)).toBeUndefined();
  });
});
