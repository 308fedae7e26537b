import type { TestOutcome, TestResult } from '#core/behaviour.ts';
import type { Candidate, SessionState } from './state.ts';

/** Whether this session runs tests on every candidate. */
export function hasTests({ started }: SessionState): boolean {
  const { testCommand, writesTests } = started?.settings.behaviour ?? {};
  return testCommand !== undefined || writesTests === true;
}

/** Tests that fail on a candidate and that a fix has to answer for. */
export function failingTests(
  candidate: Pick<Candidate, 'tests'> | undefined,
  { toleratedTests }: Pick<SessionState, 'toleratedTests'>,
): readonly TestResult[] {
  return (candidate?.tests?.tests ?? []).filter(({ name, isPassing }) => !isPassing && !toleratedTests.includes(name));
}

/** Why a candidate must not replace the best one, as its tests tell; `undefined` when they do not object. */
export function testObjection(best: TestOutcome | undefined, now: TestOutcome | undefined): string | undefined {
  if (best?.status !== 'completed' || now === undefined) return undefined;
  if (now.status === 'failed') return `The tests could not be run on it: ${now.reason}`;
  for (const { name } of best.tests.filter(({ isPassing }) => isPassing)) {
    const test = now.tests.find((candidate) => candidate.name === name);
    if (test?.isPassing !== true) return `It breaks a test that passed: ${name}. ${test?.detail ?? ''}`.trim();
  }
  return undefined;
}

/** How many more tests pass than before; 0 when the two cannot be compared. */
export function testGain(best: TestOutcome | undefined, now: TestOutcome | undefined): number {
  if (best?.status !== 'completed' || now?.status !== 'completed') return 0;
  const passing = ({ tests }: TestOutcome): number => tests.filter(({ isPassing }) => isPassing).length;
  return passing(now) - passing(best);
}

/** One line for a test that fails: its name, and what was seen. */
export function describeFailure({ name, detail }: TestResult): string {
  return detail === '' ? name : `${name}: ${detail}`;
}
