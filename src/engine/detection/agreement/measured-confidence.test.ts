import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/finding.ts';
import { withMeasuredConfidence } from './measured-confidence.ts';
import type { PrecisionTable } from './precision-table.ts';

const TABLE: PrecisionTable = {
  tool: { version: '1', rules: { 'false CWE-89': [1, 30], 'true CWE-89': [30, 1] }, looks: {} },
};

function finding(rule: string): Finding {
  return {
    detector: 'tool',
    rule,
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'medium',
    span: { path: 'a.c', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    message: 'A fact.',
    fingerprint: '',
  };
}

describe('withMeasuredConfidence', () => {
  it('lowers what was measured to be mostly false, and leaves what is true or unknown', () => {
    expect(withMeasuredConfidence(finding('false'), TABLE).confidence).toBe('low');
    expect(withMeasuredConfidence(finding('true'), TABLE)).toEqual(finding('true'));
    expect(withMeasuredConfidence(finding('new'), TABLE)).toEqual(finding('new'));
  });
});
