import { describe, expect, it } from 'vitest';
import { countOutcomes, summaryLine } from './test-summary.ts';

describe('countOutcomes', () => {
  it('counts each state over all files', () => {
    const modules = [
      { tests: ['passed', 'passed', 'failed'], brokenSuites: 0 },
      { tests: ['skipped', 'passed'], brokenSuites: 0 },
    ] as const;

    expect(countOutcomes(modules, 0)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('counts a file that does not load as failed', () => {
    expect(countOutcomes([{ tests: [], brokenSuites: 1 }], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts an error that no test owns as failed', () => {
    expect(countOutcomes([{ tests: ['passed'], brokenSuites: 0 }], 2)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it('counts a test that was cut off as skipped', () => {
    expect(countOutcomes([{ tests: ['pending'], brokenSuites: 0 }], 0)).toEqual({ passed: 0, failed: 0, skipped: 1 });
  });
});

describe('summaryLine', () => {
  it('is plain', () => {
    expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  it('names skipped tests only when there are any', () => {
    expect(summaryLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });
});
