import { describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import type { ReplyOutcome } from '#core/session-event.ts';
import type { ModelRequest } from './provider.ts';
import type { Exchange, Recording } from './recording.ts';
import { openReplay } from './replay-client.ts';

const scripted = (requestId: string, outcome: ReplyOutcome): Exchange => ({
  requestId,
  purpose: 'generate',
  asker: 'strategy',
  model: 'openai/gpt-4.1',
  answeredBy: 'gpt-4.1-2025-04-14',
  promptHash: 'abc',
  messages: [{ role: 'user', content: `Do ${requestId}.` }],
  outcome,
  usage: { inputTokens: 10 },
  cost: 'unknown',
  calls: 3,
  durationMs: 900,
});

const answered = (text: string): ReplyOutcome => ({ kind: 'answered', text });

const recordingOf = (...exchanges: readonly Exchange[]): Recording => ({
  format: 'seccode-recording',
  version: 1,
  recordedWith: '0.1.0',
  title: 'Scripted',
  kind: 'scripted',
  task: { kind: 'generate', request: 'Scripted.', language: 'python', files: [] },
  settings: {
    strategy: 'encouragement',
    model: 'openai/gpt-4.1',
    feedback: [],
    marking: [],
    failOn: 'low',
    minConfidence: 'low',
    isInteractive: false,
    limits: { maxIterations: 1, flatRounds: 1 },
  },
  exchanges,
  decisions: [],
});

const request = (id: string, changes: Partial<ModelRequest> = {}): ModelRequest => ({
  id,
  purpose: 'generate',
  messages: [{ role: 'user', content: `Do ${id}.` }],
  ...changes,
});

const open = () =>
  openReplay(
    recordingOf(scripted('a', answered('A')), scripted('b', answered('B')), scripted('c', answered('C'))),
    'replay:x',
  );

const thrown = (act: () => unknown): SecCodeError => {
  try {
    act();
  } catch (error) {
    if (error instanceof SecCodeError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

const never = new AbortController().signal;

describe('openReplay', () => {
  it('gives each request the whole recorded call', () => {
    expect(open().replay(request('a'))).toEqual({
      outcome: { kind: 'answered', text: 'A' },
      answeredBy: 'gpt-4.1-2025-04-14',
      usage: { inputTokens: 10 },
      cost: 'unknown',
      calls: 3,
      durationMs: 900,
    });
  });

  it.each<ReplyOutcome>([
    { kind: 'refused', reason: 'It declined.' },
    { kind: 'truncated', reason: 'It was cut.' },
    { kind: 'failed', reason: 'It was down.', remedy: 'Wait.' },
  ])('gives back the outcome $kind as it was', (outcome) => {
    expect(openReplay(recordingOf(scripted('a', outcome)), 'replay:x').replay(request('a')).outcome).toEqual(outcome);
  });

  it('says what the recording holds beyond what was asked', () => {
    const client = open();
    client.replay(request('a'));

    expect(client.remaining()).toEqual(['b', 'c']);
  });

  it('begins anywhere, for a replay that was interrupted, and goes on from there', () => {
    const client = open();
    client.replay(request('b'));

    expect(client.replay(request('c')).outcome).toEqual({ kind: 'answered', text: 'C' });
    expect(client.remaining()).toEqual([]);
  });

  it('refuses another prompt and says where it parts', () => {
    const error = thrown(() => open().replay(request('a', { messages: [{ role: 'user', content: 'Do z.' }] })));

    expect(error.code).toBe('REPLAY_DIVERGED');
    expect(error.message).toBe(
      "The replay parts from the recording at request 'a', message 1, line 1: the recording has 'Do a.', this run has 'Do z.'.",
    );
    expect(error.remedy).toMatch(/^Record the session anew/);
  });

  it('refuses another purpose', () => {
    expect(thrown(() => open().replay(request('a', { purpose: 'review' }))).message).toBe(
      "The replay parts from the recording at request 'a', the recording has it for 'generate', this run for 'review'.",
    );
  });

  it('refuses a request that leaves one out', () => {
    const client = open();
    client.replay(request('a'));

    expect(thrown(() => client.replay(request('c'))).message).toBe(
      "The replay parts from the recording at request 'c', the recording has request 'b' at this place.",
    );
  });

  it('refuses a request that was answered before', () => {
    const client = open();
    client.replay(request('a'));

    expect(thrown(() => client.replay(request('a'))).code).toBe('REPLAY_DIVERGED');
  });

  it('refuses a request after the last', () => {
    const client = open();
    client.replay(request('c'));

    expect(thrown(() => client.replay(request('d'))).message).toBe(
      "The replay parts from the recording at request 'd', the recording has no further request.",
    );
  });

  it('refuses a first request that was never recorded', () => {
    expect(thrown(() => open().replay(request('z'))).message).toBe(
      "The replay parts from the recording at request 'z', the recording has no such request; its first is 'a'.",
    );
  });

  it('stays where it was after a refusal', () => {
    const client = open();
    thrown(() => client.replay(request('a', { purpose: 'fix' })));

    expect(client.replay(request('a')).outcome).toEqual({ kind: 'answered', text: 'A' });
  });

  it('completes with text for a caller that knows no whole calls', async () => {
    await expect(open().complete(request('a'), never)).resolves.toEqual({
      text: 'A',
      finishReason: 'stop',
      usage: { inputTokens: 10 },
      model: 'gpt-4.1-2025-04-14',
    });
  });

  it.each([
    { outcome: { kind: 'refused', reason: 'No.' } as const, finishReason: 'refusal' },
    { outcome: { kind: 'truncated', reason: 'Cut.' } as const, finishReason: 'length' },
  ])('completes a $outcome.kind call as $finishReason', async ({ outcome, finishReason }) => {
    const client = openReplay(recordingOf(scripted('a', outcome)), 'replay:x');

    await expect(client.complete(request('a'), never)).resolves.toMatchObject({ finishReason });
  });

  it('completes a failed call as a failure that is not tried again', async () => {
    const client = openReplay(
      recordingOf(scripted('a', { kind: 'failed', reason: 'Down.', remedy: 'Wait.' })),
      'replay:x',
    );

    await expect(client.complete(request('a'), never)).rejects.toMatchObject({ kind: 'rejected', message: 'Down.' });
  });

  it('heeds an abort', async () => {
    await expect(open().complete(request('a'), AbortSignal.abort())).rejects.toMatchObject({ kind: 'aborted' });
  });
});
