import { describe, expect, it } from 'vitest';
import { type ScriptedSessionOptions, scriptSession, wordStrategy } from '#testing/scripted-session.ts';
import { runSession } from './run.ts';
import { MAX_STEPS, type EarlierReply, type Prompt, type Strategy } from './strategy.ts';

const ask = (content: string, rest: Omit<Prompt, 'messages'> = {}): Prompt => ({
  messages: [{ role: 'user', content }],
  ...rest,
});

const now = (earlier: readonly EarlierReply[], iteration: number): readonly EarlierReply[] =>
  earlier.filter((reply) => reply.iteration === iteration);

/** Drafts and criticises before it hands in; plans once, and fixes by that plan in every round. */
const talker: Strategy = {
  ...wordStrategy,
  generate: ({ iteration, earlier, problem }) => {
    const said = now(earlier, iteration);
    const words = said.map(({ step, text }) => `${step}: ${text}`).join('; ');
    if (said.length === 0) return ask(`draft ${problem ?? ''}`.trim(), { step: 'draft' });
    if (said.length === 1) return ask(`criticise ${words}`, { step: 'critique', temperature: 0.5 });
    return ask(`improve ${words}`);
  },
  fix: ({ earlier, files }) => {
    const plan = earlier.find(({ step }) => step === 'plan');
    const program = files.map(({ text }) => text).join('|');
    return plan === undefined ? ask(`plan for ${program}`, { step: 'plan' }) : ask(`fix ${program} by ${plan.text}`);
  },
};

/** Two rounds of dialogue: three calls, then two, then one. */
const script: ScriptedSessionOptions = {
  replies: {
    '0.strategy.1': 'a draft',
    '0.strategy.2': '<think>Well.</think>too loud',
    '0.strategy.3': 'sql\nsql',
    '1.strategy.1': 'whisper',
    '1.strategy.2': 'sql',
    '2.strategy.1': 'ok',
  },
  services: { strategy: talker },
};

const prompts = (calls: readonly { readonly messages: Prompt['messages'] }[]): readonly string[] =>
  calls.map(({ messages }) => messages[0]?.content ?? '');

describe('a strategy that asks more than once in an iteration', () => {
  it('gets its replies back, those of older iterations too, and hands in one program per iteration', async () => {
    const { services, calls, events } = await scriptSession(script);

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 2 });
    expect(calls.map(({ requestId, temperature }) => [requestId, temperature])).toEqual([
      ['0.strategy.1', undefined],
      ['0.strategy.2', 0.5],
      ['0.strategy.3', undefined],
      ['1.strategy.1', undefined],
      ['1.strategy.2', undefined],
      ['2.strategy.1', undefined],
    ]);
    expect(prompts(calls)).toEqual([
      'draft',
      'criticise draft: a draft',
      'improve draft: a draft; critique: too loud',
      'plan for sql\nsql',
      'fix sql\nsql by whisper',
      'fix sql by whisper',
    ]);
    const log = events().map(({ event }) => event);
    expect(log.flatMap((event) => (event.type === 'model-requested' ? [event.step] : []))).toEqual([
      'draft',
      'critique',
      undefined,
      'plan',
      undefined,
      undefined,
    ]);
    expect(log.filter(({ type }) => type === 'candidate-extracted')).toHaveLength(3);
    expect(log.filter(({ type }) => type === 'iteration-started')).toHaveLength(3);
  });

  it('goes on from every event after it was killed, without asking twice, to the same end', async () => {
    const whole = await scriptSession(script);
    const expected = await runSession(whole.services);
    const events = whole.events();

    for (let kept = 1; kept < events.length; kept += 1) {
      const before = events.slice(0, kept);
      const answered = before.filter(({ event }) => event.type === 'model-replied').length;
      const resumed = await scriptSession({ ...script, past: before });

      const state = await runSession(resumed.services);

      expect(prompts(resumed.calls), `killed after event ${kept}`).toEqual(prompts(whole.calls).slice(answered));
      expect({ ...state, requests: {} }).toEqual({ ...expected, requests: {} });
      expect(resumed.events().map(({ event }) => event)).toEqual(events.map(({ event }) => event));
    }
  });

  it.each([
    { kind: 'refused', stopReason: 'refused' },
    { kind: 'truncated', stopReason: 'truncated' },
    { kind: 'failed', stopReason: 'model-failed' },
  ] as const)('ends when a step is $kind, with the best program kept', async ({ kind, stopReason }) => {
    const outcome = kind === 'failed' ? { kind, reason: 'No.', remedy: 'Wait.' } : { kind, reason: 'No.' };
    const { services, calls } = await scriptSession({
      ...script,
      replies: { ...script.replies, '1.strategy.1': { outcome } },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason, bestIteration: 0 });
    expect(state.verdict?.explanation).toContain('No.');
    expect(calls).toHaveLength(4);
  });

  it.each([
    { said: ' \n', why: "The reply to the step 'critique' is empty." },
    { said: '<think>so', why: "The reply to the step 'critique' is empty." },
    { said: 'x'.repeat(100_001), why: "The reply to the step 'critique' is longer than 100000 characters." },
  ])('begins anew, and says why, when a step brings nothing to go on with', async ({ said, why }) => {
    const { services, calls } = await scriptSession({
      replies: {
        ...script.replies,
        '0.strategy.2': said,
        '1.strategy.1': 'another draft',
        '1.strategy.2': 'fine',
        '1.strategy.3': 'ok',
      },
      services: { strategy: talker },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
    expect(prompts(calls)).toEqual([
      'draft',
      'criticise draft: a draft',
      `draft ${why}`,
      'criticise draft: another draft',
      'improve draft: another draft; critique: fine',
    ]);
  });

  it.each([
    { limit: 'calls', limits: { maxCalls: 2 } },
    { limit: 'tokens', limits: { maxTokens: 33 } },
    { limit: 'cost', limits: { maxCostMicroUsd: 30 } },
  ] as const)('stops in the middle of a dialogue at the limit on $limit', async ({ limit, limits }) => {
    const { services, calls } = await scriptSession({
      ...script,
      settings: { limits: { maxIterations: 5, flatRounds: 2, ...limits } },
    });

    const state = await runSession(services);

    expect(state.limitReached?.limit).toBe(limit);
    expect(state.verdict).toMatchObject({ verdict: 'undecided', stopReason: 'budget-exhausted' });
    expect(calls).toHaveLength(2);
  });

  it('is stopped when it never comes to its program', async () => {
    const endless: Strategy = { ...wordStrategy, generate: () => ask('and then?', { step: 'talk' }) };
    const replies = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`0.strategy.${index + 1}`, 'more']));
    const { services, calls } = await scriptSession({ replies, services: { strategy: endless } });

    await expect(runSession(services)).rejects.toThrow(
      "The strategy 'words' asks for step 13 ('talk') of iteration 0, and 12 are allowed before a program.",
    );
    expect(calls).toHaveLength(MAX_STEPS);
  });

  it('goes by the words that were sent, should they have changed since', async () => {
    const whole = await scriptSession(script);
    await runSession(whole.services);
    const asked = whole.events().findIndex(({ event }) => event.type === 'model-requested') + 1;
    const reworded: Strategy = { ...talker, generate: () => ask('write it') };

    const resumed = await scriptSession({
      replies: { ...script.replies, '0.strategy.2': 'ok' },
      services: { strategy: reworded },
      past: whole.events().slice(0, asked),
    });
    const state = await runSession(resumed.services);

    expect(prompts(resumed.calls)).toEqual(['draft', 'write it']);
    expect(state.earlier).toEqual([{ iteration: 0, step: 'draft', text: 'a draft' }]);
    expect(state.verdict).toMatchObject({ verdict: 'secure' });
  });
});

describe('a strategy that asks for programs written anew', () => {
  const sampler: Strategy = { ...wordStrategy, fix: ({ iteration }) => ask(`sample ${iteration}`, { isFresh: true }) };
  const fault = { check: 'function-deleted', path: 'main.words', line: 1, message: 'The function f is gone.' };

  it('compares them with nothing, keeps the best, and goes on over rounds that bring nothing', async () => {
    const bases: unknown[] = [];
    const merged: unknown[] = [];
    const { services } = await scriptSession({
      replies: {
        '0.strategy.1': 'sql\nsql',
        '1.strategy.1': 'sql\nsql\nsql',
        '2.strategy.1': 'sql\nxss',
        '3.strategy.1': 'sql\nsql\nxss',
        '4.strategy.1': 'sql\nxss\nxss',
        '5.strategy.1': 'nothing',
      },
      services: {
        strategy: sampler,
        compare: ({ before }) => {
          bases.push(before?.files);
          return before === undefined ? [] : [fault];
        },
        extract: (text, best) => {
          merged.push(best);
          return Promise.resolve({ files: [{ path: 'main.words', text }], claims: [] });
        },
      },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', stopReason: 'clean', bestIteration: 5 });
    expect(bases).toEqual(Array.from({ length: 6 }, () => undefined));
    expect(merged).toEqual(Array.from({ length: 6 }, () => []));
    expect(state.ledgers).toHaveLength(6);
  });

  it('still rolls back what a program may not do by itself, and ends at the iteration limit', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'sql', '1.strategy.1': 'gone', '2.strategy.1': 'sql' },
      settings: { limits: { maxIterations: 2, flatRounds: 1 } },
      services: {
        strategy: sampler,
        compare: ({ after }) => (after.files[0]?.text === 'gone' ? [fault] : []),
      },
    });

    expect((await runSession(services)).verdict).toMatchObject({ stopReason: 'max-iterations', bestIteration: 2 });
  });

  it('compares them with what the person brought, which they must not lose', async () => {
    const given = [{ path: 'main.words', text: 'sql\nsql' }];
    const seen: unknown[] = [];
    const { services } = await scriptSession({
      replies: { '1.strategy.1': 'sql', '2.strategy.1': 'gone', '3.strategy.1': 'ok' },
      task: { kind: 'fix', files: given },
      services: {
        strategy: sampler,
        compare: ({ before, after, flaggedLines }) => {
          seen.push([before?.files, flaggedLines]);
          return after.files[0]?.text === 'gone' ? [fault] : [];
        },
      },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 3 });
    expect(seen).toEqual(Array.from({ length: 3 }, () => [given, { 'main.words': [1, 2] }]));
  });
});

describe('a strategy that heeds no detector', () => {
  const steady: Strategy = {
    ...wordStrategy,
    fix: ({ iteration }) => ask(`round ${iteration}`),
    rounds: { written: 2, given: 1 },
  };

  it('makes its rounds though nothing is found, may grow, and is then cross-checked', async () => {
    const { services } = await scriptSession({
      replies: { '0.strategy.1': 'one', '1.strategy.1': 'one two', '2.strategy.1': 'one two three' },
      services: { strategy: steady },
    });

    const state = await runSession(services);

    expect(state.verdict).toMatchObject({ verdict: 'secure', stopReason: 'clean', bestIteration: 2 });
    expect(state.best?.files[0]?.text).toBe('one two three');
  });

  it('makes no round more though something is found, and says so', async () => {
    const { services, calls } = await scriptSession({
      replies: { '1.strategy.1': 'sql, longer' },
      task: { kind: 'fix', files: [{ path: 'main.words', text: 'sql' }] },
      services: { strategy: steady },
    });

    const state = await runSession(services);

    expect(calls).toHaveLength(1);
    expect(state.verdict).toMatchObject({ verdict: 'vulnerable', stopReason: 'max-iterations', bestIteration: 1 });
    expect(state.verdict?.explanation).toContain('The strategy makes no further round.');
  });

  it('is still rolled back when detectors find more, and still ends at the iteration limit', async () => {
    const { services, calls } = await scriptSession({
      replies: { '0.strategy.1': 'one', '1.strategy.1': 'one sql' },
      settings: { limits: { maxIterations: 1, flatRounds: 2 } },
      services: { strategy: steady },
    });

    const state = await runSession(services);

    expect(calls).toHaveLength(2);
    expect(state.verdict).toMatchObject({ verdict: 'secure', bestIteration: 0 });
  });
});

describe('guidance', () => {
  it('is loaded for what a strategy foresees, beside what was found', async () => {
    const asked: string[] = [];
    const seer: Strategy = {
      ...talker,
      foresees: (earlier) => (earlier.some(({ step }) => step === 'plan') ? ['CWE-22'] : []),
    };
    const { services } = await scriptSession({
      ...script,
      services: {
        strategy: seer,
        guidanceFor: (cwe) => {
          asked.push(cwe);
          return Promise.resolve(undefined);
        },
      },
    });

    await runSession(services);

    expect(asked).toEqual(['CWE-89', 'CWE-89', 'CWE-22', 'CWE-89', 'CWE-22']);
  });
});
