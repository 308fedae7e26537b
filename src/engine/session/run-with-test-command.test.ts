import { describe, expect, it } from 'vitest';
import type { RunEnd } from '#engine/sandbox/sandbox.ts';
import {
  scriptSession,
  type ScriptedSession,
  type ScriptedSessionOptions,
  wordStrategy,
} from '#testing/scripted-session.ts';
import { scriptStage } from '#testing/scripted-stage.ts';
import { runSession } from './run.ts';

const settings = { behaviour: { testCommand: 'make check', writesTests: false, proves: false, sandbox: 'scripted' } };

/** The person's tests pass when the program holds the word `works`. */
const stage = scriptStage((_, files) => ({
  end: { kind: 'exited', exitCode: files.get('main.words')?.includes('works') === true ? 0 : 1 },
  stderr: 'it does not work',
}));

const script = async (options: ScriptedSessionOptions): Promise<ScriptedSession> =>
  await scriptSession({ settings, ...options, services: { stage, ...options.services } });

describe('a session with a test command', () => {
  it('is secure when the best program passes', async () => {
    const { services } = await script({ replies: { '0.strategy.1': 'works' } });

    const { verdict, best } = await runSession(services);

    expect(verdict).toMatchObject({ verdict: 'secure', stopReason: 'clean' });
    expect(verdict?.explanation).toContain('1 test of its behaviour passes.');
    expect(best?.tests).toMatchObject({ status: 'completed', sandbox: 'scripted', tests: [{ name: 'make check' }] });
  });

  it('rolls back a fix that breaks it, before a detector looks, and says which', async () => {
    const { services, events } = await script({
      replies: { '0.strategy.1': 'works sql', '1.strategy.1': 'nothing', '2.strategy.1': 'works' },
    });

    const { verdict } = await runSession(services);

    expect(verdict).toMatchObject({ verdict: 'secure', bestIteration: 2 });
    const ofOne = events().flatMap(({ event }) => ('iteration' in event && event.iteration === 1 ? [event] : []));
    expect(ofOne.find(({ type }) => type === 'iteration-finished')).toMatchObject({
      isAccepted: false,
      reason: 'It breaks a test that passed: make check. it ended with exit code 1. it does not work',
    });
    expect(ofOne.filter(({ type }) => type === 'detector-finished')).toHaveLength(1); // the gate
  });

  it('tells the fixer what fails, and takes a fix that makes it pass', async () => {
    const told: (readonly string[] | undefined)[] = [];
    const strategy = {
      ...wordStrategy,
      fix: (brief: Parameters<NonNullable<typeof wordStrategy.fix>>[0]) => {
        told.push(brief.failures);
        return { messages: [{ role: 'user' as const, content: 'fix it' }] };
      },
    };
    const { services } = await script({
      replies: { '0.strategy.1': 'hello', '1.strategy.1': 'hello, it works' },
      services: { strategy },
    });

    const { verdict } = await runSession(services);

    expect(told).toEqual([['make check: it ended with exit code 1. it does not work']]);
    expect(verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
  });

  it('is undecided while it fails', async () => {
    const { services } = await script({
      replies: { '0.strategy.1': 'hello', '1.strategy.1': 'hello' },
      settings: { ...settings, limits: { maxIterations: 1, flatRounds: 1 } },
    });

    const { verdict } = await runSession(services);

    expect(verdict).toMatchObject({ verdict: 'undecided', stopReason: 'max-iterations' });
    expect(verdict?.explanation).toContain('1 test of its behaviour fails: make check.');
  });

  it('does not hold against a fix what failed on the given code already', async () => {
    const { services, calls } = await script({
      replies: { '1.strategy.1': 'hello' },
      task: { kind: 'fix', files: [{ path: 'main.words', text: 'hello sql' }] },
    });

    const { verdict } = await runSession(services);

    expect(calls).toHaveLength(1);
    expect(verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
    expect(verdict?.explanation).toContain('Failing as on the code that was given');
  });

  it.each<[string, RunEnd]>([
    ['is not there', { kind: 'exited', exitCode: 127 }],
    ['cannot be started', { kind: 'broken', reason: 'no room' }],
  ])('is undecided when the command %s', async (_, end) => {
    const { services } = await script({
      replies: { '0.strategy.1': 'works' },
      services: { stage: scriptStage(() => ({ end })) },
    });

    const { verdict } = await runSession(services);

    expect(verdict).toMatchObject({ verdict: 'undecided', stopReason: 'detector-failed' });
    expect(verdict?.explanation).toContain('The tests could not be run: The test command could not be run');
  });

  it('calls a command that does not end a failing test', async () => {
    const hanging = scriptStage(() => ({ end: { kind: 'limit', limit: 'timeoutMs' } }));
    const { services } = await script({
      replies: { '0.strategy.1': 'works', '1.strategy.1': 'works', '2.strategy.1': 'works' },
      services: { stage: hanging },
    });

    const state = await runSession(services);

    expect(state.best?.tests?.tests).toMatchObject([{ isPassing: false, detail: 'it did not end in time.' }]);
    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'flat' });
  });
});
