import { describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import type { ModelRequest } from '#engine/models/provider.ts';
import { fixReply, scriptedProvider, scriptRun, unsafeSample } from '#testing/scripted-eval.ts';

const three = (): Iterable<ReturnType<typeof unsafeSample>> => [1, 2, 3].map(unsafeSample);

describe('runEval', () => {
  it('runs every cell once, all strategies of a sample together, and scores what each made', async () => {
    const asked: ModelRequest[] = [];
    const run = await scriptRun(
      { keepSessions: false },
      three,
      scriptedProvider((request) => {
        asked.push(request);
        return fixReply(request);
      }),
    );

    const end = await run.go();
    const results = await run.results();

    expect(end).toMatchObject({ isCapped: false, isInterrupted: false, progress: { total: 6, done: 6, errors: 0 } });
    expect(results.map(({ sampleId, strategy }) => [sampleId, strategy])).toEqual([
      ['s1', 'zero-shot'],
      ['s1', 'feedback-only'],
      ['s2', 'zero-shot'],
      ['s2', 'feedback-only'],
      ['s3', 'zero-shot'],
      ['s3', 'feedback-only'],
    ]);
    const [untouched, fixed] = results;
    expect(untouched?.scores['detectors']).toMatchObject({ status: 'scored', passes: false });
    expect(fixed?.scores['detectors']).toMatchObject({ status: 'scored', passes: true });
    expect(fixed?.iterations.map(({ open, isAccepted }) => [open, isAccepted])).toEqual([
      [1, true],
      [0, true],
    ]);
    expect(fixed).toMatchObject({ verdict: 'secure', stopReason: 'clean', calls: 1, usage: { inputTokens: 100 } });
    // Tests apply to no sample here, and so neither does what rests on them.
    expect(Object.keys(fixed?.scores ?? {})).toEqual(['build', 'detectors']);
    expect(asked).toHaveLength(3);
  });

  it('goes on after an interruption and pays for no call twice', async () => {
    const asked: string[] = [];
    const stop = new AbortController();
    const run = await scriptRun(
      { strategies: ['feedback-only'] },
      three,
      scriptedProvider((request, signal) => {
        asked.push(`${request.session ?? ''} ${request.id}`);
        if (asked.length === 2) stop.abort();
        signal.throwIfAborted();
        return fixReply(request);
      }),
    );

    const first = await run.go({ signal: stop.signal, concurrency: 1 });
    const second = await run.go();

    expect(first).toMatchObject({ isInterrupted: true, progress: { done: 1 } });
    expect(second).toMatchObject({ isInterrupted: false, progress: { done: 3, total: 3 } });
    // Only the call that was cut off is made again.
    expect(asked).toHaveLength(4);
    expect(new Set(asked).size).toBe(3);
    expect((await run.results()).map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('begins no cell once the cap is reached, and leaves those under way unscored', async () => {
    const run = await scriptRun(
      { strategies: ['feedback-only'], cap: { tokens: 150 } },
      () => [1, 2, 3, 4, 5].map(unsafeSample),
      // Never safe, so that each session wants another round.
      scriptedProvider(({ messages }) => ({ ...fixReply({ messages }), text: 'no code' })),
    );

    const end = await run.go({ concurrency: 1 });
    const results = await run.results();

    expect(end.isCapped).toBe(true);
    expect(end.progress.tokens).toBe(150);
    expect(results.at(-1)).toMatchObject({
      stopReason: 'budget-exhausted',
      error: 'The cap of the run was reached.',
      scores: { detectors: { status: 'unscored', reason: 'budget-exhausted' } },
    });
    expect(results.length).toBeLessThan(5);

    const rest = await run.go({ cap: { tokens: 100_000 }, retriesErrors: true });
    expect(rest.progress).toMatchObject({ done: 5, errors: 0 });
  });

  it('scores a session that used up an equal budget', async () => {
    const run = await scriptRun(
      { strategies: ['feedback-only'], budget: { calls: 2 }, keepSessions: false },
      () => [unsafeSample(1)],
      scriptedProvider(({ messages }) => ({ ...fixReply({ messages }), text: 'no code' })),
    );

    await run.go();

    const [result] = await run.results();
    expect(result).toMatchObject({ stopReason: 'budget-exhausted', calls: 2 });
    expect(result?.scores['detectors']).toMatchObject({ status: 'scored', passes: false });
  });

  it('gives the reason where a model declined, and runs a cell again whose model was not there', async () => {
    let isThere = false;
    const run = await scriptRun(
      { strategies: ['feedback-only'] },
      () => [1, 2].map(unsafeSample),
      scriptedProvider(({ messages }) => {
        const reply = fixReply({ messages });
        if (reply.text.includes('NUMBER = 1')) return { ...reply, finishReason: 'refusal', text: 'No.' };
        if (isThere) return reply;
        throw new SecCodeError('MODEL_FAILED', 'It is away.', { remedy: 'Wait.' });
      }),
    );

    await run.go();
    const before = await run.results();
    isThere = true;
    await run.go({ retriesErrors: true });
    const after = await run.results();

    expect(before[0]?.scores['detectors']).toEqual({ status: 'unscored', reason: 'refused' });
    expect(before[0]?.error).toBeUndefined();
    expect(before[1]).toMatchObject({
      error: 'It is away.',
      scores: { build: { status: 'unscored', reason: 'error' } },
    });
    expect(after.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(after[1]?.scores['detectors']).toMatchObject({ status: 'scored', passes: true });
  });

  it('refuses a detector that would give feedback and score', async () => {
    const run = await scriptRun({ heldOut: ['static'] }, three, scriptedProvider(fixReply));

    await expect(run.go()).rejects.toMatchObject({
      code: 'USAGE',
      message: "The detector 'static' would give feedback and score.",
    });
  });
});
