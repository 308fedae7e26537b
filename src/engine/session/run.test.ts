import { describe, expect, it } from 'vitest';
import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import { scriptSession, type ScriptedSessionOptions, wordDetector, wordStrategy } from '#testing/scripted-session.ts';
import { runSession } from './run.ts';

describe('runSession', () => {
  it('ends clean after one call when the first program has nothing', async () => {
    const { services, calls } = await scriptSession({ replies: { '0.strategy.1': 'hello' } });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', stopReason: 'clean', bestIteration: 0 });
    expect(state.verdict?.explanation).toContain('unseen had no say in the fixing');
    expect(calls.map(({ requestId }) => requestId)).toEqual(['0.strategy.1']);
  });

  it('fixes what the feedback detectors see, then what only the held-out one sees', async () => {
    const { services, calls } = await scriptSession({
      replies: { '0.strategy.1': 'sql\nxss', '1.strategy.1': 'ok\nxss', '2.strategy.1': 'ok\nok' },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', stopReason: 'clean', bestIteration: 2 });
    expect(calls[1]?.messages[0]?.content).toContain('The word sql');
    expect(calls[1]?.messages[0]?.content).not.toContain('The word xss');
    expect(calls[2]?.messages[0]?.content).toContain('The word xss');
    expect(state.ledgers.map(({ score, points }) => ({ score, points }))).toEqual([
      { score: -5, points: -5 },
      { score: 0, points: 6 }, // 5 for the one of high severity, 1 for nothing left in view
      { score: 0, points: 3 }, // 2 for the one of medium severity, 1 for nothing left
    ]);
  });

  it('rolls a worse program back, says why, and returns the best', async () => {
    const { services, calls } = await scriptSession({
      replies: { '0.strategy.1': 'sql', '1.strategy.1': 'sql\nsql', '2.strategy.1': 'sql\nxss' },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'vulnerable', stopReason: 'flat', bestIteration: 0 });
    expect(state.best?.files[0]?.text).toBe('sql');
    expect(calls[2]?.messages[0]?.content).toContain('The score fell from -5 to -10.');
    expect(state.rejection).toBe('A check whose findings are not shown finds more weaknesses than before.');
  });

  it('keeps a program of equal findings only when it is no larger, and calls the round flat', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql long', '1.strategy.1': 'sql', '2.strategy.1': 'sql and more' },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'vulnerable', stopReason: 'flat', bestIteration: 1 });
  });

  it('stops at the iteration limit', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql\nsql', '1.strategy.1': 'sql' },
      settings: { limits: { maxIterations: 1, flatRounds: 2 } },
    });

    expect((await runSession(services)).verdict).toMatchObject({ verdict: 'vulnerable', stopReason: 'max-iterations' });
  });

  it('asks again with the reason when a first reply holds no program, and gives up as undecided', async () => {
    const { services, calls } = await scriptSession({
      replies: { '0.strategy.1': 'no code', '1.strategy.1': 'no code', '2.strategy.1': 'no code' },
    });

    const state = await runSession(services);

    expect(calls[1]?.messages[0]?.content).toContain('The reply holds no code.');
    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'no-candidate' });
    expect(state.verdict).not.toHaveProperty('bestIteration');
  });

  it('has a program that does not parse repaired before anything else is looked at', async () => {
    const { services, events } = await scriptSession({
      replies: { '0.strategy.1': 'broken sql', '1.strategy.1': 'ok' },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
    expect(detectorsOf(events(), 0)).toEqual(['gate']);
  });

  it('is undecided when the best program does not parse', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'broken', '1.strategy.1': 'broken', '2.strategy.1': 'broken' },
    });

    expect((await runSession(services)).verdict).toMatchObject({ verdict: 'undecided', stopReason: 'flat' });
  });

  it('rolls back what the comparison rejects, without asking a model to review it', async () => {
    const { services, events } = await scriptSession({
      replies: { '0.strategy.1': 'sql', '1.strategy.1': 'gone', '2.strategy.1': 'ok' },
      services: {
        compare: ({ before, after }) =>
          before !== undefined && after.files[0]?.text === 'gone'
            ? [{ check: 'function-deleted', path: 'main.words', line: 1, message: 'The function f is gone.' }]
            : [],
      },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 2 });
    expect(detectorsOf(events(), 1)).toEqual(['gate']);
    expect(finished(events(), 1)).toMatchObject({ isAccepted: false, reason: 'main.words:1: The function f is gone.' });
  });

  it('is undecided, and says whose fault it is, when a detector fails', async () => {
    const failing = wordDetector(
      'unseen',
      'xss',
      { cwes: ['CWE-79'], severity: 'medium' },
      {
        detect: () => Promise.reject(new Error('out of memory')),
      },
    );
    const { services } = await scriptSession({ replies: { '0.strategy.1': 'hello' } });

    const state = await runSession({ ...services, detectors: [...services.detectors.slice(0, 2), failing] });

    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'detector-failed' });
    expect(state.verdict?.explanation).toContain("'unseen' failed");
  });

  it('is undecided when nobody but a parse check looked at one of the files', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'hello' },
      services: {
        extract: (text) =>
          Promise.resolve({
            files: [
              { path: 'main.words', text },
              { path: 'page.html', text: '<p>' },
            ],
            claims: [],
          }),
      },
    });
    const [gate, seen, unseen] = services.detectors;
    const known = [seen, unseen].flatMap((one) => (one === undefined ? [] : [{ ...one, languages: ['words'] }]));

    const state = await runSession({ ...services, detectors: [...(gate === undefined ? [] : [gate]), ...known] });

    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'detector-failed' });
    expect(state.verdict?.explanation).toContain('page.html');
  });

  it('is never secure by parsing alone', async () => {
    const { services } = await scriptSession({ replies: { '0.strategy.1': 'hello' } });

    const state = await runSession({ ...services, detectors: services.detectors.slice(0, 1) });

    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'detector-failed' });
  });

  it.each([
    { kind: 'refused', stopReason: 'refused' },
    { kind: 'truncated', stopReason: 'truncated' },
  ] as const)('is undecided when a reply is $kind, with the best program kept', async ({ kind, stopReason }) => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql', '1.strategy.1': { outcome: { kind, reason: 'No.' } } },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason, bestIteration: 0 });
    expect(state.verdict?.explanation).toContain('CWE-89 at main.words:1');
  });

  it('is undecided when the provider fails for good', async () => {
    const outcome = { kind: 'failed', reason: 'The key is wrong.', remedy: 'Set another.' } as const;
    const { services } = await scriptSession({ replies: { '0.strategy.1': { outcome } } });

    expect((await runSession(services)).verdict).toMatchObject({ verdict: 'undecided', stopReason: 'model-failed' });
  });

  it.each([
    { limit: 'tokens', limits: { maxTokens: 20 }, cost: 15 },
    { limit: 'calls', limits: { maxCalls: 1 }, cost: 15 },
    { limit: 'cost', limits: { maxCostMicroUsd: 15 }, cost: 15 },
    { limit: 'cost', limits: { maxCostMicroUsd: 1_000_000 }, cost: 'unknown' },
  ] as const)('stops before the call that would break the limit on $limit', async ({ limit, limits, cost }) => {
    const { services, calls, events } = await scriptSession({
      replies: { '0.strategy.1': { outcome: { kind: 'answered', text: 'sql' }, cost } },
      settings: { limits: { maxIterations: 5, flatRounds: 2, ...limits } },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'budget-exhausted', bestIteration: 0 });
    expect(calls).toHaveLength(1);
    expect(events().find(({ event }) => event.type === 'limit-reached')?.event).toMatchObject({ limit });
  });

  it('ends a call that outlasts the time of the session, and keeps what there is', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql' },
      settings: { limits: { maxIterations: 5, flatRounds: 2, timeoutMs: 40 } },
    });
    const { call } = services;

    const state = await runSession({
      ...services,
      call: (asked, signal) =>
        asked.requestId === '0.strategy.1'
          ? call(asked, signal)
          : new Promise((_, reject) => {
              signal.addEventListener('abort', () => {
                reject(new Error('aborted'));
              });
            }),
    });

    expect(state.limitReached?.limit).toBe('time');
    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'budget-exhausted', bestIteration: 0 });
  });

  it('starts from the code it is given and changes nothing that is clean', async () => {
    const { services, calls } = await scriptSession({
      replies: {},
      task: { kind: 'fix', files: [{ path: 'a.words', text: 'fine' }] },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 0 });
    expect(calls).toEqual([]);
  });

  it('sees whether what cross-checked the best is fixed in the next', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'xss', '1.strategy.1': 'escaped output' },
      settings: { feedback: ['gate', 'seen'], marking: ['gate', 'asked'] },
    });
    const asked = wordDetector('asked', 'xss', { cwes: ['CWE-79'], severity: 'medium' }, { needsModel: true });

    const state = await runSession({ ...services, detectors: [...services.detectors.slice(0, 2), asked] });

    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
  });

  it('counts tokens that a provider does not tell', async () => {
    const { services, calls } = await scriptSession({
      replies: { '0.strategy.1': { outcome: { kind: 'answered', text: 'sql '.repeat(100) }, usage: {} } },
      settings: { limits: { maxIterations: 5, flatRounds: 2, maxTokens: 100 } },
    });

    expect((await runSession(services)).verdict).toMatchObject({ stopReason: 'budget-exhausted' });
    expect(calls).toHaveLength(1);
  });

  it('never fixes when the strategy cannot', async () => {
    const { services } = await scriptSession({ replies: { '0.strategy.1': 'sql' } });
    const { fix: _fix, ...onlyGenerates } = wordStrategy;

    const state = await runSession({ ...services, strategy: onlyGenerates });

    expect(state.verdict).toMatchObject({ verdict: 'vulnerable', stopReason: 'max-iterations' });
  });

  it('can be interrupted, and says how to go on', async () => {
    const interrupt = new AbortController();
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql' },
      services: {
        signal: interrupt.signal,
        onEvent: ({ event }) => {
          if (event.type === 'iteration-finished') interrupt.abort();
        },
      },
    });

    await expect(runSession(services)).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('a session that is killed', () => {
  const script: ScriptedSessionOptions = {
    replies: {
      '0.strategy.1': 'sql\nxss',
      '1.strategy.1': 'sql\nsql',
      '2.strategy.1': 'ok\nxss',
      '3.strategy.1': 'ok',
    },
  };

  it('goes on from every event without asking twice, to the same end', async () => {
    const whole = await scriptSession(script);
    const expected = await runSession(whole.services);
    const events = whole.events();
    expect(events.length).toBeGreaterThan(25);

    for (let kept = 1; kept < events.length; kept += 1) {
      const before = events.slice(0, kept);
      const answered = before.filter(({ event }) => event.type === 'model-replied').length;
      const resumed = await scriptSession({ ...script, past: before });

      const state = await runSession(resumed.services);

      expect(resumed.calls, `killed after event ${kept}`).toHaveLength(whole.calls.length - answered);
      expect({ ...state, requests: {} }).toEqual({ ...expected, requests: {} });
      expect(resumed.events().map(({ event }) => event)).toEqual(events.map(({ event }) => event));
    }
  });
});

function detectorsOf(events: readonly StoredEvent[], iteration: number): readonly string[] {
  return events.flatMap(({ event }) =>
    event.type === 'detector-finished' && event.iteration === iteration ? [event.outcome.detector] : [],
  );
}

function finished(events: readonly StoredEvent[], iteration: number): SessionEvent | undefined {
  return events.find(({ event }) => event.type === 'iteration-finished' && event.iteration === iteration)?.event;
}
