import { describe, expect, it } from 'vitest';
import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import type { CallResult } from '#engine/models/call.ts';
import { readRecording, writeRecording } from '#engine/models/recording.ts';
import { recordingFromEvents } from '#engine/models/recording-from-events.ts';
import { openReplay } from '#engine/models/replay-client.ts';
import { runSession } from '#engine/session/run.ts';
import type { Call } from '#engine/session/services.ts';
import type { SessionState } from '#engine/session/state.ts';
import type { Strategy } from '#engine/session/strategy.ts';
import type { Task } from '#core/task.ts';
import { strategies } from '#extensions/strategies/index.generated.ts';
import { scriptSession } from '#testing/scripted-session.ts';

/** Calls that a strategy makes before its first program, and in the rounds of fixing after it that bring nothing. */
const CALLS: Readonly<Record<string, readonly [first: number, ...rounds: readonly number[]]>> = {
  'best-of-n': [1, 1, 1, 1, 1],
  'chain-of-code': [2],
  'chain-of-thought': [1],
  encouragement: [1, 1, 1],
  'encouragement-paper': [1, 1, 1],
  fdsp: [1, 3, 1],
  'feedback-only': [1, 1, 1],
  'indict-like': [5, 4, 4],
  'ma-cot': [2],
  persona: [1],
  'promsec-like': [1, 2, 2, 2, 2],
  rci: [5],
  'scgagent-like': [1, 2, 1, 1],
  'self-debug': [3],
  'zero-shot': [1],
};

/** The same for a program that a person brought: nobody writes a first one. */
const CALLS_FOR_GIVEN: Readonly<Record<string, readonly number[]>> = {
  'best-of-n': [1, 1, 1, 1],
  encouragement: [1, 1],
  'encouragement-paper': [1, 1],
  fdsp: [3, 1],
  'feedback-only': [1, 1],
  'indict-like': [4, 4],
  'promsec-like': [2, 2, 2, 2],
  rci: [4],
  'scgagent-like': [2, 1, 1],
  'self-debug': [2],
};

interface Ran {
  readonly state: SessionState;
  readonly calls: readonly Call[];
  readonly events: readonly StoredEvent[];
}

/** Runs a session in which each program has the flaw, so that every round that there is takes place. */
async function run(
  strategy: Strategy,
  task: Partial<Task> = {},
  {
    past,
    answer = scripted,
  }: { readonly past?: readonly StoredEvent[]; readonly answer?: (call: Call) => CallResult } = {},
): Promise<Ran> {
  const calls: Call[] = [];
  const { services, events } = await scriptSession({
    replies: {},
    task,
    settings: { strategy: strategy.name, limits: { maxIterations: 4, flatRounds: 2 } },
    ...(past === undefined ? {} : { past }),
    services: {
      strategy,
      call: (call) => {
        calls.push(call);
        return Promise.resolve(answer(call));
      },
    },
  });
  const state = await runSession(services);
  return { state, calls, events: events() };
}

/** Steps are answered with words, programs with the flaw that the feedback detector knows. */
function scripted({ step }: Call): CallResult {
  return {
    outcome: { kind: 'answered', text: step === undefined ? 'sql' : `files and network at ${step}, CWE-22` },
    answeredBy: 'scripted/model-1',
    usage: { inputTokens: 10, outputTokens: 5 },
    cost: 15,
    calls: 1,
    durationMs: 1,
  };
}

function callsByIteration(calls: readonly Call[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const { requestId } of calls) {
    const [iteration = ''] = requestId.split('.');
    counts.set(iteration, (counts.get(iteration) ?? 0) + 1);
  }
  return [...counts.values()];
}

const untold = ({ event }: StoredEvent): SessionEvent => event;

describe.each(Object.keys(strategies))('a session with the strategy %s', (name) => {
  const load = async (): Promise<Strategy> => {
    const strategy = await strategies[name]?.();
    if (strategy === undefined) throw new Error(`There is no strategy ${name}.`);
    return strategy;
  };

  it('makes as many calls as the guide says', async () => {
    const { calls, state } = await run(await load());

    expect(callsByIteration(calls)).toEqual(CALLS[name]);
    expect(state.verdict?.verdict).toBe('vulnerable');
  });

  it('does so for a program that a person brought', async () => {
    const given = { kind: 'fix', files: [{ path: 'main.words', text: 'sql' }] } as const;

    const { calls, state } = await run(await load(), given);

    expect(callsByIteration(calls)).toEqual(CALLS_FOR_GIVEN[name] ?? []);
    expect(state.verdict?.verdict).toBe('vulnerable');
  });

  it('goes on from every reply after it was killed, to the same log', async () => {
    const strategy = await load();
    const whole = await run(strategy);
    const cuts = whole.events.filter(({ event }) => event.type === 'model-replied');

    for (const { sequence: kept } of cuts) {
      const before = whole.events.slice(0, kept);
      const answered = before.filter(({ event }) => event.type === 'model-replied').length;

      const resumed = await run(strategy, {}, { past: before });

      expect(resumed.calls, `killed after event ${kept}`).toEqual(whole.calls.slice(answered));
      expect(resumed.events.map(untold)).toEqual(whole.events.map(untold));
    }
  });

  it('replays from its recording, to the same log', async () => {
    const strategy = await load();
    const whole = await run(strategy);
    const client = openReplay(readRecording(writeRecording(recordingFromEvents(whole.events))), 'replay/strategies');

    const again = await run(strategy, {}, { answer: ({ requestId: id, ...call }) => client.replay({ id, ...call }) });

    expect(client.remaining()).toEqual([]);
    expect(again.events.map(untold)).toEqual(whole.events.map(untold));
  });
});
