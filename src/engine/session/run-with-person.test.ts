import { describe, expect, it } from 'vitest';
import { scriptSession } from '#testing/scripted-session.ts';
import { runSession } from './run.ts';

describe('runSession with a person', () => {
  it('lets the person dismiss a finding, instruct, and stop', async () => {
    const decisions = [
      { kind: 'instruct', instruction: 'Use tabs.' },
      { kind: 'continue' },
      { kind: 'reject', reason: 'ugly' },
      { kind: 'stop' },
    ] as const;
    let asked = 0;
    const { services, calls } = await scriptSession({
      replies: { '0.strategy.1': 'sql', '1.strategy.1': 'ok', '2.strategy.1': 'sql' },
      settings: { isInteractive: true },
      services: {
        consult: () => {
          const decision = decisions[asked];
          asked += 1;
          if (decision === undefined) throw new Error('asked too often');
          return Promise.resolve(decision);
        },
      },
    });

    const state = await runSession(services);

    expect(calls[1]?.messages[0]?.content).toContain('Use tabs.');
    expect(calls[2]?.messages[0]?.content).toContain('The person rejected it: ugly');
    expect(state.verdict).toMatchObject({ verdict: 'vulnerable', stopReason: 'cancelled', bestIteration: 2 });
  });

  it('counts a dismissed finding no longer', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql' },
      settings: { isInteractive: true },
      services: {
        consult: (state) => {
          const fingerprint = state.best?.outcomes.flatMap(({ findings }) => findings)[0]?.fingerprint ?? '';
          return Promise.resolve(
            state.dismissals.length === 0
              ? { kind: 'dismiss', fingerprint, reason: 'It is a constant.' }
              : { kind: 'continue' },
          );
        },
      },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', stopReason: 'clean' });
    expect(state.verdict?.explanation).toContain('1 finding dismissed by a person.');
  });

  it('has everybody look at what a person accepts although it was rejected', async () => {
    const decisions = [{ kind: 'continue' }, { kind: 'accept' }, { kind: 'continue' }] as const;
    let asked = 0;
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql', '1.strategy.1': 'fine' },
      settings: { isInteractive: true },
      services: {
        compare: ({ before }) =>
          before === undefined
            ? []
            : [{ check: 'guard-lost', path: 'main.words', line: 1, message: 'A check is gone.' }],
        consult: () => {
          const decision = decisions[asked];
          asked += 1;
          return decision === undefined ? Promise.reject(new Error('asked too often')) : Promise.resolve(decision);
        },
      },
    });

    expect((await runSession(services)).verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
  });

  it('does not roll a person’s own code back to nothing', async () => {
    let asked = 0;
    const { services } = await scriptSession({
      replies: {},
      task: { kind: 'fix', files: [{ path: 'main.words', text: 'fine' }] },
      settings: { isInteractive: true },
      services: {
        consult: () => {
          asked += 1;
          return Promise.resolve({ kind: 'reject', reason: 'no' });
        },
      },
    });

    const state = await runSession(services);

    expect(asked).toBe(1);
    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 0 });
  });

  it('does not decide for a person who is not there', async () => {
    const { services } = await scriptSession({ replies: { '0.strategy.1': 'sql' }, settings: { isInteractive: true } });

    await expect(runSession(services)).rejects.toMatchObject({ code: 'USAGE' });
  });
});
