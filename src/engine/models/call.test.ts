import { describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import { callModel, type ModelCall } from './call.ts';
import type { CallProgress } from './call-progress.ts';
import type { ModelClient, ModelReply, ModelRequest } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';

type Step = Partial<ModelReply> | ProviderFailure | Error | 'hang';

interface ScriptedClient extends ModelClient {
  readonly requests: ModelRequest[];
}

/** Answers with the given steps in order; `hang` heeds no signal. */
function scriptedClient(steps: readonly Step[], parts: Partial<ModelClient> = {}): ScriptedClient {
  const requests: ModelRequest[] = [];
  return {
    model: 'acme/one',
    ...parts,
    requests,
    complete: async (request) => {
      const step = steps[requests.push(request) - 1];
      if (step === undefined) throw new RangeError('The script has no step left.');
      if (step === 'hang') return new Promise(() => undefined);
      if (step instanceof Error) throw step;
      return {
        text: 'ok',
        finishReason: 'stop',
        usage: { inputTokens: 10, outputTokens: 5 },
        model: 'one-2026-01-01',
        ...step,
      };
    },
  };
}

const REQUEST: ModelRequest = {
  id: '0.strategy.1',
  purpose: 'generate',
  messages: [{ role: 'user', content: 'Write.' }],
};
/** $1 for a million tokens of either kind, so that costs are counts of tokens. */
const PRICES = [{ provider: 'acme', model: 'one', inputMicroUsd: 1e6, outputMicroUsd: 1e6, asOf: '2026-01-01' }];

interface Watched {
  readonly call: ModelCall;
  readonly waits: number[];
  readonly progress: CallProgress[];
}

function watched(client: ModelClient, parts: Partial<ModelCall> = {}): Watched {
  const waits: number[] = [];
  const progress: CallProgress[] = [];
  let nowMs = 1000;
  return {
    waits,
    progress,
    call: {
      client,
      request: REQUEST,
      signal: new AbortController().signal,
      timeoutMs: 10_000,
      retries: 2,
      pace: {
        now: () => nowMs,
        sleep: async (ms) => {
          waits.push(ms);
          nowMs += ms;
        },
        random: () => 0.5,
      },
      prices: PRICES,
      onProgress: (step) => progress.push(step),
      ...parts,
    },
  };
}

describe('callModel', () => {
  it('brings an answer with who gave it and what it cost', async () => {
    const { call } = watched(scriptedClient([{ text: 'code' }]));

    expect(await callModel(call)).toEqual({
      outcome: { kind: 'answered', text: 'code' },
      answeredBy: 'one-2026-01-01',
      usage: { inputTokens: 10, outputTokens: 5 },
      cost: 15,
      calls: 1,
      durationMs: 0,
    });
  });

  describe('retries', () => {
    it('waits as the provider asks, then with growing jitter', async () => {
      const client = scriptedClient([
        new ProviderFailure('rate-limited', 'busy', { status: 429, retryAfterMs: 3000 }),
        new ProviderFailure('unavailable', 'down', { status: 500 }),
        { text: 'code' },
      ]);
      const { call, waits } = watched(client);

      const result = await callModel(call);

      expect(result).toMatchObject({ outcome: { kind: 'answered', text: 'code' }, calls: 3, cost: 15 });
      expect(waits).toEqual([3250, 500]); // 3000 and half of 500; half of 500 * 2
      expect(result.durationMs).toBe(3750);
    });

    it('gives up after the last one, with reason and remedy', async () => {
      const failure = new ProviderFailure('unavailable', 'The server is down.', { status: 503 });
      const { call, waits } = watched(scriptedClient([failure, failure, failure, {}]));

      const result = await callModel(call);

      expect(result).toMatchObject({
        outcome: { kind: 'failed', reason: 'The server is down. Tried 3 times.' },
        answeredBy: 'acme/one',
        usage: {},
        cost: 0,
        calls: 3,
      });
      expect(waits).toHaveLength(2);
    });

    it('can be turned off', async () => {
      const { call, waits } = watched(scriptedClient([new ProviderFailure('unavailable', 'Down.'), {}]), {
        retries: 0,
      });

      expect(await callModel(call)).toMatchObject({ outcome: { kind: 'failed', reason: 'Down.' }, calls: 1 });
      expect(waits).toEqual([]);
    });

    it.each(['unauthorised', 'rejected'] as const)('are not made when the call was %s', async (kind) => {
      const { call } = watched(scriptedClient([new ProviderFailure(kind, 'No.'), {}]));

      expect(await callModel(call)).toMatchObject({ outcome: { kind: 'failed', reason: 'No.' }, calls: 1 });
    });

    it('are made for an empty reply, and every reply is paid for', async () => {
      const { call } = watched(scriptedClient([{ text: ' \n' }, { text: 'code' }]));

      expect(await callModel(call)).toMatchObject({ outcome: { kind: 'answered' }, calls: 2, cost: 30 });
    });

    it('end in a failure when every reply is empty', async () => {
      const { call, progress } = watched(scriptedClient([{ text: '' }, { text: '<think>hm' }]), { retries: 1 });

      expect(await callModel(call)).toMatchObject({
        outcome: { kind: 'failed', reason: 'acme/one sent an empty reply. Tried 2 times.' },
      });
      expect(progress).toContainEqual({
        kind: 'retrying',
        model: 'acme/one',
        retry: 1,
        waitMs: 250,
        because: 'empty-reply',
      });
    });

    it('follow a call that takes too long, even if the client heeds no signal', async () => {
      const { call, progress } = watched(scriptedClient(['hang', { text: 'code' }]), { timeoutMs: 20 });

      expect(await callModel(call)).toMatchObject({ outcome: { kind: 'answered', text: 'code' }, calls: 2 });
      expect(progress).toContainEqual(expect.objectContaining({ kind: 'retrying', because: 'timed-out' }));
    });
  });

  describe('structured output', () => {
    const request: ModelRequest = { ...REQUEST, responseSchema: { type: 'object' } };

    it('is asked for again without the schema when the provider rejects it', async () => {
      const client = scriptedClient([new ProviderFailure('rejected', 'No schema.', { status: 400 }), { text: '{}' }]);
      const { call } = watched(client, { request, retries: 0 });

      expect(await callModel(call)).toMatchObject({ outcome: { kind: 'answered', text: '{}' }, calls: 2 });
      expect(client.requests.map(({ responseSchema }) => responseSchema)).toEqual([{ type: 'object' }, undefined]);
    });

    it('is not the reason when the model is not known', async () => {
      const client = scriptedClient([new ProviderFailure('rejected', 'No such model.', { status: 404 })]);

      expect(await callModel(watched(client, { request }).call)).toMatchObject({
        outcome: { kind: 'failed', reason: 'No such model.' },
      });
    });
  });

  describe('a refusal', () => {
    it('is an outcome of its own, by the signal or by the words', async () => {
      const signalled = watched(scriptedClient([{ text: 'No.', finishReason: 'refusal' }]));
      const worded = watched(scriptedClient([{ text: "I'm sorry, but I can't help with that." }]));

      expect((await callModel(signalled.call)).outcome).toEqual({
        kind: 'refused',
        reason: 'acme/one declined to answer: "No."',
      });
      expect(await callModel(worded.call)).toMatchObject({ outcome: { kind: 'refused' }, calls: 1 });
    });

    it('is passed to the fallback, whose answer counts', async () => {
      const fallback = scriptedClient([{ text: 'code', model: 'two' }], { model: 'free/two', isFree: true });
      const { call } = watched(scriptedClient([{ finishReason: 'refusal', text: '' }]), { fallback });

      expect(await callModel(call)).toMatchObject({
        outcome: { kind: 'answered', text: 'code' },
        answeredBy: 'two',
        usage: { inputTokens: 20, outputTokens: 10 },
        cost: 15, // the refusal was paid for, the fallback is free
        calls: 2,
      });
      expect(fallback.requests).toEqual([REQUEST]);
    });

    it('stays one when the fallback refuses or fails, with both reasons', async () => {
      const fallback = scriptedClient([new ProviderFailure('unauthorised', 'No key.')], { model: 'b/two' });
      const { call } = watched(scriptedClient([{ finishReason: 'refusal', text: '' }]), { fallback });

      expect((await callModel(call)).outcome).toEqual({
        kind: 'refused',
        reason: 'acme/one declined to answer. The fallback: No key.',
      });
    });
  });

  it('asks the fallback when the model fails for good', async () => {
    const fallback = scriptedClient([{ text: 'code', model: 'two' }], { model: 'b/two' });
    const { call, progress } = watched(scriptedClient([new ProviderFailure('unauthorised', 'No key.')]), { fallback });

    expect(await callModel(call)).toMatchObject({ outcome: { kind: 'answered' }, cost: 'unknown' });
    expect(progress).toContainEqual({ kind: 'falling-back', from: 'acme/one', to: 'b/two', reason: 'No key.' });
  });

  describe('a cut reply', () => {
    it('is asked for again with a higher ceiling where the request had set one', async () => {
      const client = scriptedClient([{ text: 'ha', finishReason: 'length' }, { text: 'half and half' }]);
      const { call } = watched(client, { request: { ...REQUEST, maxOutputTokens: 100 } });

      expect(await callModel(call)).toMatchObject({ outcome: { kind: 'answered', text: 'half and half' }, cost: 30 });
      expect(client.requests.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([100, 400]);
    });

    it('is continued where the ceiling cannot grow', async () => {
      const client = scriptedClient([{ text: 'half ', finishReason: 'length' }, { text: 'and half' }], {
        maxOutputTokens: 100,
      });
      const request = { ...REQUEST, maxOutputTokens: 100, responseSchema: { type: 'object' } };

      const result = await callModel(watched(client, { request }).call);

      expect(result).toMatchObject({ outcome: { kind: 'answered', text: 'half and half' }, calls: 2, cost: 30 });
      expect(client.requests[1]?.messages[1]).toEqual({ role: 'assistant', content: 'half ' });
      expect(client.requests[1]).not.toHaveProperty('responseSchema');
    });

    it('is truncated after three continuations, never half', async () => {
      const cut: Step = { text: 'more ', finishReason: 'length' };
      const { call } = watched(scriptedClient([cut, cut, cut, cut, {}]));

      expect(await callModel(call)).toMatchObject({
        outcome: { kind: 'truncated', reason: 'The reply of acme/one was still cut off after 3 continuations.' },
        calls: 4,
      });
    });

    it('is truncated when all of the room went into thinking', async () => {
      const { call } = watched(scriptedClient([{ text: '<think>long', finishReason: 'length' }]));

      expect((await callModel(call)).outcome.kind).toBe('truncated');
    });

    it('is truncated when its rest does not fit into the context', async () => {
      const client = scriptedClient([{ text: 'x'.repeat(3500), finishReason: 'length' }], { contextTokens: 1500 });

      expect(await callModel(watched(client).call)).toMatchObject({
        outcome: { kind: 'truncated', reason: expect.stringContaining('holds 1500') },
        calls: 1,
      });
    });

    it('is refused or failed when asking for the rest is', async () => {
      const cut: Step = { text: 'half ', finishReason: 'length' };
      const refused = watched(scriptedClient([cut, { text: '', finishReason: 'refusal' }]));
      const failed = watched(scriptedClient([cut, new ProviderFailure('rejected', 'Too long.')]));

      expect((await callModel(refused.call)).outcome.kind).toBe('refused');
      expect((await callModel(failed.call)).outcome).toMatchObject({ kind: 'failed', reason: 'Too long.' });
    });
  });

  it('does not ask what cannot fit into the context', async () => {
    const client = scriptedClient([], { contextTokens: 100 });

    expect(await callModel(watched(client).call)).toMatchObject({
      outcome: { kind: 'failed', remedy: expect.stringContaining('larger context') },
      answeredBy: 'acme/one',
      calls: 0,
      cost: 0,
    });
  });

  it('leaves thinking out of the answer', async () => {
    const { call } = watched(scriptedClient([{ text: '<think>draft</think>\ncode' }]));

    expect((await callModel(call)).outcome).toEqual({ kind: 'answered', text: 'code' });
  });

  it('never counts an unknown price as nothing', async () => {
    const { call } = watched(scriptedClient([{ text: 'code', usage: {} }]));

    expect((await callModel(call)).cost).toBe('unknown');
  });

  describe('when cancelled', () => {
    it('throws before the first call', async () => {
      const client = scriptedClient([{}]);

      await expect(callModel(watched(client, { signal: AbortSignal.abort() }).call)).rejects.toMatchObject({
        code: 'CANCELLED',
      });
      expect(client.requests).toEqual([]);
    });

    it('throws during a call that never ends', async () => {
      const controller = new AbortController();
      const pending = callModel(watched(scriptedClient(['hang']), { signal: controller.signal }).call);

      controller.abort();

      await expect(pending).rejects.toBeInstanceOf(SecCodeError);
    });

    it('throws while waiting for a retry', async () => {
      const controller = new AbortController();
      const { call } = watched(scriptedClient([new ProviderFailure('unavailable', 'Down.')]), {
        signal: controller.signal,
      });
      const sleep = async (_: number, signal: AbortSignal): Promise<void> => {
        controller.abort();
        signal.throwIfAborted();
      };

      await expect(callModel({ ...call, pace: { ...call.pace, sleep } })).rejects.toMatchObject({ code: 'CANCELLED' });
    });
  });

  it('takes a recorded call as it was', async () => {
    const recorded = {
      outcome: { kind: 'truncated', reason: 'It was cut off.' },
      answeredBy: 'one',
      usage: { inputTokens: 1 },
      cost: 'unknown',
      calls: 4,
      durationMs: 99,
    } as const;
    const client = scriptedClient([], { replay: () => recorded });

    expect(await callModel(watched(client).call)).toEqual(recorded);
    expect(client.requests).toEqual([]);
  });

  it('gives a patient model all the time it wants', async () => {
    const client = scriptedClient([], { isPatient: true });
    const complete: ModelClient['complete'] = (_, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new ProviderFailure('aborted', 'Aborted.')));
        setTimeout(() => resolve({ text: 'at last', finishReason: 'stop', usage: {}, model: 'm' }), 30);
      });

    const { call } = watched({ ...client, complete }, { timeoutMs: 1, retries: 0 });

    expect((await callModel(call)).outcome).toEqual({ kind: 'answered', text: 'at last' });
  });

  it('lets an error through that is not the provider’s failure', async () => {
    const { call } = watched(scriptedClient([new TypeError('a bug')]));

    await expect(callModel(call)).rejects.toThrow('a bug');
  });
});
