import { describe, expect, it } from 'vitest';
import { scriptSession, type ScriptedSession, wordLanguage } from '#testing/scripted-session.ts';
import { scriptStage } from '#testing/scripted-stage.ts';
import type { ProgramRunner } from '../syntax/program-runner.ts';
import { runSession } from './run.ts';

const runner: ProgramRunner = {
  tools: ['words'],
  start: () => ['words'],
  environment: () => ({}),
  missing: /not installed/,
  driverFile: 'driver.words',
  driverAdvice: [],
  isSanitized: false,
};

/** A made-up program leaks to an attack when it holds `hole`, and serves everybody when it holds `serve`. */
const stage = scriptStage(({ command }, files) => {
  const program = files.get('main.words') ?? '';
  const isAttack = command.includes('attack');
  const word = isAttack ? 'hole' : 'serve';
  return { stdout: program.includes(word) ? (isAttack ? 'SECRET' : 'served') : 'refused' };
});

const one = (argument: string, text: string): object => ({
  name: argument,
  arguments: [argument],
  stdin: '',
  environment: [],
  files: [],
  checks: [{ look: 'stdout-has', path: '', text }],
});
const pair = JSON.stringify({
  entry: '',
  driver: '',
  hostile: one('attack', 'SECRET'),
  legitimate: one('use', 'served'),
});

const script = async (replies: Readonly<Record<string, string>>, maxIterations = 5): Promise<ScriptedSession> =>
  await scriptSession({
    settings: {
      behaviour: { writesTests: false, proves: true, sandbox: 'scripted' },
      limits: { maxIterations, flatRounds: 2 },
    },
    replies,
    services: { stage, language: { ...wordLanguage, runner } },
  });

describe('a session with proofs', () => {
  it('counts a fix when the attack is stopped and the legitimate use is not', async () => {
    const { services } = await script({
      '0.strategy.1': 'sql hole serve',
      '0.proof-1.1': pair,
      '1.strategy.1': 'serve',
    });

    const { verdict } = await runSession(services);

    expect(verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
    expect(verdict?.explanation).toContain('runs show for 1 that the attack worked and no longer does');
  });

  it('keeps a finding open that no detector reports while its attack works, and tells the fixer', async () => {
    const { services, calls } = await script(
      {
        '0.strategy.1': 'sql hole serve',
        '0.proof-1.1': pair,
        '1.strategy.1': 'hole serve',
        '2.strategy.1': 'hole serve',
      },
      2,
    );

    const { verdict } = await runSession(services);

    expect(verdict).toMatchObject({ verdict: 'vulnerable', stopReason: 'max-iterations' });
    expect(calls.at(-1)?.messages[0]?.content).toContain('the attack still works');
  });

  it('rolls back a fix that breaks the legitimate use', async () => {
    const { services, events } = await script({
      '0.strategy.1': 'sql hole serve',
      '0.proof-1.1': pair,
      '1.strategy.1': 'nothing',
      '2.strategy.1': 'serve',
    });

    const { verdict } = await runSession(services);

    expect(verdict).toMatchObject({ verdict: 'secure', bestIteration: 2 });
    const rejected = events().find(({ event }) => event.type === 'iteration-finished' && !event.isAccepted);
    expect(rejected?.event).toMatchObject({ reason: expect.stringContaining('It breaks a legitimate use') });
  });

  it('says when a pair shows nothing', async () => {
    const { services } = await script({ '0.strategy.1': 'sql serve', '0.proof-1.1': pair, '1.strategy.1': 'serve' });

    const { verdict, proofs } = await runSession(services);

    expect(proofs).toMatchObject([{ reason: expect.stringContaining('The attack does not succeed on the program') }]);
    expect(verdict?.explanation).toContain('1 could not be shown either way');
  });
});
