import { SecCodeError } from '#core/errors.ts';
import type { TestOutcome, TestResult } from '#core/behaviour.ts';
import type { TestsWritten } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { ProgramRunner } from '../syntax/program-runner.ts';
import { runCases } from './run-cases.ts';
import { runTestCommand } from './run-test-command.ts';
import { oneLine } from './seen-text.ts';
import type { Stage } from './stage.ts';

/** What is to be run on a candidate. */
export interface TestRun {
  readonly files: SourceFiles;
  readonly testCommand?: string | undefined;
  /** Tests of the model; absent when none were wanted. */
  readonly written?: Pick<TestsWritten, 'set' | 'problem'> | undefined;
  readonly runner?: ProgramRunner | undefined;
  readonly stage: Stage;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
}

/**
 * Runs all tests on one candidate. Whatever goes wrong with the running itself is a `failed` outcome, never a passing one.
 *
 * @throws {SecCodeError} `CANCELLED` when `signal` is aborted.
 */
export async function runTests(run: TestRun): Promise<TestOutcome> {
  const { files, testCommand, written, runner, stage, signal, nowMs } = run;
  const runners = testCommand === undefined ? [] : ['sh'];
  const startedMs = nowMs();
  const outcome = (part: Pick<TestOutcome, 'status' | 'reason' | 'tests'>): TestOutcome => ({
    ...part,
    runner: runners.join(', '),
    sandbox: stage.sandbox,
    durationMs: Math.max(0, Math.round(nowMs() - startedMs)),
  });
  const tests: TestResult[] = [];
  try {
    if (testCommand !== undefined) {
      const ran = await runTestCommand(testCommand, files, stage, signal);
      if ('problem' in ran) return outcome({ status: 'failed', reason: ran.problem, tests: [] });
      tests.push(ran.test);
    }
    if (written !== undefined) {
      if (written.set === undefined || runner === undefined) {
        return outcome({ status: 'failed', reason: `No tests were written: ${written.problem ?? ''}`, tests: [] });
      }
      const { set } = written;
      const ran = await runCases({ set, files, runner, stage, signal });
      if ('problem' in ran) {
        // What cannot be built without anything of the tests in it passes none of them.
        if (ran.isFault !== true || set.driver !== undefined) {
          return outcome({ status: 'failed', reason: ran.problem, tests: [] });
        }
        for (const { name } of set.cases) {
          tests.push({ name, source: 'written', isPassing: false, detail: ran.problem });
        }
        return outcome({ status: 'completed', reason: '', tests });
      }
      runners.push(ran.runner);
      for (const { name, holds, isOrderly, detail } of ran.results) {
        tests.push({ name, source: 'written', isPassing: holds && isOrderly, detail });
      }
    }
    return outcome({ status: 'completed', reason: '', tests });
  } catch (error) {
    if (signal.aborted) throw error;
    return outcome({ status: 'failed', reason: stage.hide(whatWentWrong(error)), tests: [] });
  }
}

/** A sandbox that breaks down, in one sentence. */
export function whatWentWrong(error: unknown): string {
  if (error instanceof SecCodeError) return oneLine(error.message);
  return oneLine(`The sandbox broke down: ${error instanceof Error ? error.message : String(error)}`);
}
