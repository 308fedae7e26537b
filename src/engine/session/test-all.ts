import { caseSetSchema, TESTS_RESPONSE } from '../behaviour/case-answer.ts';
import { runTests } from '../behaviour/run-tests.ts';
import { writeTestsPrompt } from '../prompts/testing.ts';
import { askStructured } from './ask-structured.ts';
import type { Effect } from './effect.ts';
import type { Journal } from './journal.ts';
import type { SessionServices } from './services.ts';

/** Runs the session's tests on one program and appends what came of it. */
export async function testAll(
  { iteration, files }: Extract<Effect, { type: 'test' }>,
  journal: Journal,
  { stage, signal, nowMs, language }: SessionServices,
): Promise<void> {
  if (stage === undefined) throw new TypeError('The session has tests, and there is nowhere to run them.');
  const { testCommand } = journal.state.started?.settings.behaviour ?? {};
  const { testsWritten } = journal.state;
  const outcome = await runTests({
    files,
    testCommand,
    written: testsWritten,
    runner: language.runner,
    stage,
    signal,
    nowMs,
  });
  await journal.append({ type: 'tests-finished', iteration, outcome });
}

/** Asks for tests. The program is in no prompt of this: what is tested must not follow from what was written. */
export async function writeTests(journal: Journal, services: SessionServices): Promise<void> {
  const { task } = journal.state.started ?? {};
  const { language } = services;
  const { runner } = language;
  if (task === undefined || runner === undefined) {
    const problem = `SecCode cannot run programs in ${language.title}.`;
    return await journal.append({ type: 'tests-written', problem });
  }
  const answer = await askStructured(
    {
      iteration: 0,
      asker: 'tests',
      purpose: 'test',
      messages: writeTestsPrompt(
        task.request,
        language,
        task.files.map(({ path }) => path),
      ),
      schema: caseSetSchema(runner.driverFile),
      response: TESTS_RESPONSE,
    },
    journal,
    services,
  );
  if (answer === undefined) return;
  await journal.append(
    'problem' in answer
      ? { type: 'tests-written', problem: answer.problem }
      : { type: 'tests-written', set: answer.value },
  );
}
