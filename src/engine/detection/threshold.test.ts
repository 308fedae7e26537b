import { describe, expect, it } from 'vitest';
import { isOpen } from './threshold.ts';

describe('isOpen', () => {
  const threshold = { failOn: 'medium', minConfidence: 'medium' } as const;

  it.each([
    { severity: 'medium', confidence: 'medium', expected: true },
    { severity: 'critical', confidence: 'high', expected: true },
    { severity: 'low', confidence: 'high', expected: false },
    { severity: 'critical', confidence: 'low', expected: false },
  ] as const)('is $expected for $severity with $confidence confidence', ({ expected, ...finding }) => {
    expect(isOpen(finding, threshold)).toBe(expected);
  });
});
