import { describe, expect, it } from 'vitest';
import { scriptSession, wordLanguage } from '#testing/scripted-session.ts';
import { scriptStage } from '#testing/scripted-stage.ts';
import type { ProgramRunner } from '../syntax/program-runner.ts';
import { runSession } from './run.ts';

const runner: ProgramRunner = {
  tools: ['words'],
  start: () => ['words', 'main.words'],
  environment: () => ({}),
  missing: /not installed/,
  driverFile: 'driver.words',
  driverAdvice: [],
  isSanitized: false,
};

const settings = { behaviour: { writesTests: true, proves: false, sandbox: 'scripted' } };

/** A made-up interpreter that prints the program. */
const stage = scriptStage((_, files) => ({ stdout: files.get('main.words') ?? '' }));

const answer = JSON.stringify({
  entry: '',
  driver: '',
  cases: [
    {
      name: 'greets',
      arguments: ['x'],
      stdin: '',
      environment: [],
      files: [],
      checks: [{ look: 'stdout-has', path: '', text: 'hello' }],
    },
  ],
});

const services = { stage, language: { ...wordLanguage, runner } };

describe('a session with tests from the request', () => {
  it('asks for them first, shows no code, and keeps a fix from breaking them', async () => {
    const session = await scriptSession({
      settings,
      task: { kind: 'fix', request: 'greet people', files: [{ path: 'main.words', text: 'hello sql' }] },
      replies: { '0.tests.1': answer, '1.strategy.1': 'gone', '2.strategy.1': 'hello' },
      services,
    });

    const { verdict, best } = await runSession(session.services);

    const asked = session.calls[0];
    expect(asked).toMatchObject({ requestId: '0.tests.1', purpose: 'test' });
    expect(JSON.stringify(asked?.messages)).toContain('greet people');
    expect(JSON.stringify(asked?.messages)).not.toContain('sql');
    expect(JSON.parse(session.calls[1]?.messages[0]?.content ?? '')).toMatchObject({ areRun: true });
    expect(verdict).toMatchObject({ verdict: 'secure', bestIteration: 2 });
    expect(best?.tests?.tests).toEqual([{ name: 'greets', source: 'written', isPassing: true, detail: '' }]);
    const rejected = session.events().find(({ event }) => event.type === 'iteration-finished' && !event.isAccepted);
    expect(rejected?.event).toMatchObject({ reason: expect.stringContaining('It breaks a test that passed: greets.') });
  });

  it('asks once more for an answer that is none, and is undecided when none comes', async () => {
    const session = await scriptSession({
      settings,
      replies: { '0.tests.1': 'no', '0.tests.2': '{"cases": []}', '0.strategy.1': 'hello' },
      services,
    });

    const { verdict } = await runSession(session.services);

    expect(verdict).toMatchObject({ verdict: 'undecided', stopReason: 'detector-failed' });
    expect(verdict?.explanation).toContain('No tests were written');
  });
});
