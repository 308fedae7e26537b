import { join } from 'node:path';

/** Where the last run of the tests leaves its counts. Kept out of the tree's own folders: nothing there is checked in. */
export const SUMMARY_FILE: string = join(import.meta.dirname, '../node_modules/.cache/seccode/test-summary.txt');

/** What one test file brought. */
export interface Module {
  /** State of each test, as vitest names it. */
  readonly tests: readonly ('passed' | 'failed' | 'skipped' | 'pending')[];
  /** Failures outside any test: the file does not load, or a hook of a suite threw. */
  readonly brokenSuites: number;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts tests, and every failure outside one as a failed test: a file that does not load must not look green. */
export function countOutcomes(modules: readonly Module[], unhandledErrors: number): Counts {
  const states = modules.flatMap(({ tests }) => tests);
  const failed = states.filter((state) => state === 'failed').length;
  const broken = modules.reduce((sum, { brokenSuites }) => sum + brokenSuites, 0);
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed: failed + broken + unhandledErrors,
    // A test still pending at the end was cut off by --bail or a crash: it did not run.
    skipped: states.filter((state) => state === 'skipped' || state === 'pending').length,
  };
}

/** `N passed, N failed`, and `, N skipped` when there are any. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
