import { describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import type { SessionSettings } from '#core/settings.ts';
import { readRecording, writeRecording } from './recording.ts';
import { recordingFromEvents } from './recording-from-events.ts';

const settings: SessionSettings = {
  strategy: 'encouragement',
  model: 'openai/gpt-4.1',
  feedback: ['ruff'],
  marking: ['reviewer'],
  failOn: 'low',
  minConfidence: 'medium',
  isInteractive: false,
  limits: { maxIterations: 3, flatRounds: 2, maxCalls: 40, maxTokens: 50_000 },
};

const started: SessionEvent = {
  type: 'session-started',
  sessionId: 's1',
  task: { kind: 'generate', request: 'Write a login page.\nIn Flask.', language: 'python', files: [] },
  settings,
  version: '0.1.0',
};

const requested = (requestId: string, content: string): SessionEvent => ({
  type: 'model-requested',
  requestId,
  iteration: 0,
  purpose: 'generate',
  asker: 'strategy',
  model: 'openai/gpt-4.1',
  messages: [{ role: 'user', content }],
  promptHash: 'abc',
});

const replied = (requestId: string, text: string): SessionEvent => ({
  type: 'model-replied',
  requestId,
  outcome: { kind: 'answered', text },
  answeredBy: 'gpt-4.1-2025-04-14',
  usage: { inputTokens: 10, outputTokens: 20 },
  cost: 180,
  calls: 2,
  durationMs: 900,
});

const ended: SessionEvent = {
  type: 'verdict-reached',
  verdict: 'secure',
  stopReason: 'clean',
  explanation: 'All is well.',
  bestIteration: 0,
};

const stored = (...events: readonly SessionEvent[]): readonly StoredEvent[] =>
  events.map((event, index) => ({ sequence: index + 1, atMs: 1_000 + index, event }));

const whole = stored(started, requested('0.strategy.1', 'Go.'), replied('0.strategy.1', 'Done.'), ended);

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof SecCodeError ? `${error.code}: ${error.message}` : String(error);
  }
  return 'nothing thrown';
};

const changed = (path: string, value: unknown): string => {
  const recording: unknown = JSON.parse(writeRecording(recordingFromEvents(whole)));
  let place: unknown = recording;
  const keys = path.split('.');
  for (const key of keys.slice(0, -1)) place = Reflect.get(Object(place), key);
  Reflect.set(Object(place), keys.at(-1) ?? '', value);
  return JSON.stringify(recording);
};

describe('recordingFromEvents', () => {
  it('pairs each request with what came back', () => {
    expect(recordingFromEvents(whole)).toEqual({
      format: 'seccode-recording',
      version: 1,
      recordedWith: '0.1.0',
      title: 'Write a login page.',
      kind: 'model',
      task: { kind: 'generate', request: 'Write a login page.\nIn Flask.', language: 'python', files: [] },
      settings,
      exchanges: [
        {
          requestId: '0.strategy.1',
          purpose: 'generate',
          asker: 'strategy',
          model: 'openai/gpt-4.1',
          answeredBy: 'gpt-4.1-2025-04-14',
          promptHash: 'abc',
          messages: [{ role: 'user', content: 'Go.' }],
          outcome: { kind: 'answered', text: 'Done.' },
          usage: { inputTokens: 10, outputTokens: 20 },
          cost: 180,
          calls: 2,
          durationMs: 900,
        },
      ],
      decisions: [],
      verdict: 'secure',
      stopReason: 'clean',
    });
  });

  it('leaves out a request that was never answered, and a verdict that was never reached', () => {
    const recording = recordingFromEvents(stored(started, requested('0.strategy.1', 'Go.')));

    expect(recording.exchanges).toEqual([]);
    expect(recording).not.toHaveProperty('verdict');
  });

  it('keeps a request once that a resumed session holds twice', () => {
    const request = requested('0.strategy.1', 'Go.');
    const resumed: SessionEvent = { type: 'session-resumed', version: '0.1.0' };

    const { exchanges } = recordingFromEvents(
      stored(started, request, resumed, request, replied('0.strategy.1', 'Ok.')),
    );

    expect(exchanges.map(({ requestId }) => requestId)).toEqual(['0.strategy.1']);
  });

  it('keeps what a person decided', () => {
    const decided: SessionEvent = {
      type: 'person-decided',
      iteration: 0,
      decision: { kind: 'instruct', instruction: 'Use argon2.' },
    };

    expect(recordingFromEvents(stored(started, decided)).decisions).toEqual([
      { iteration: 0, decision: { kind: 'instruct', instruction: 'Use argon2.' } },
    ]);
  });

  it('is called after its files when the request is empty', () => {
    const fix: SessionEvent = {
      ...started,
      task: {
        kind: 'fix',
        request: '',
        language: 'c',
        files: [
          { path: 'a.c', text: '' },
          { path: 'b.c', text: '' },
        ],
      },
    };

    expect(recordingFromEvents(stored(fix)).title).toBe('a.c, b.c');
  });

  it('refuses a log without a beginning', () => {
    expect(codeOf(() => recordingFromEvents(stored(ended)))).toBe(
      'SESSION_DAMAGED: The log of this session does not say how it started.',
    );
  });
});

describe('readRecording', () => {
  it('reads what was written', () => {
    const recording = recordingFromEvents(whole, { title: 'Login', kind: 'scripted' });

    expect(readRecording(writeRecording(recording))).toEqual(recording);
  });

  it('counts one call and no decision where an older file says nothing of them', () => {
    const { calls: _, ...exchange } = recordingFromEvents(whole).exchanges[0] ?? { calls: 0 };
    const { decisions: __, ...older } = { ...recordingFromEvents(whole), exchanges: [exchange] };

    const recording = readRecording(JSON.stringify(older));

    expect(recording.exchanges[0]?.calls).toBe(1);
    expect(recording.decisions).toEqual([]);
  });

  it.each([
    { path: 'format', value: 'other', place: 'format' },
    { path: 'version', value: 2, place: 'version' },
    { path: 'exchanges.0.outcome', value: { kind: 'guessed' }, place: 'exchanges.0.outcome.kind' },
    { path: 'exchanges.0.messages', value: [], place: 'exchanges.0.messages' },
    { path: 'exchanges.0.usage', value: { inputTokens: -1 }, place: 'exchanges.0.usage.inputTokens' },
    { path: 'task.files', value: [{ path: '../etc/passwd', text: '' }], place: 'task.files.0.path' },
    { path: 'task.files', value: [{ path: '/etc/passwd', text: '' }], place: 'task.files.0.path' },
    { path: 'task.files', value: [{ path: 'C:/x', text: '' }], place: 'task.files.0.path' },
    { path: 'settings.failOn', value: 'severe', place: 'settings.failOn' },
  ])('refuses $value at $path and names the place', ({ path, value, place }) => {
    expect(codeOf(() => readRecording(changed(path, value)))).toContain(
      `RECORDING_INVALID: This is not a recording: ${place}: `,
    );
  });

  it('refuses two exchanges with one id', () => {
    const [exchange] = recordingFromEvents(whole).exchanges;

    expect(codeOf(() => readRecording(changed('exchanges', [exchange, exchange])))).toBe(
      "RECORDING_INVALID: This is not a recording: exchanges.1.requestId: repeats '0.strategy.1'.",
    );
  });

  it('refuses text that is not JSON', () => {
    expect(codeOf(() => readRecording('{"format": "seccode-rec'))).toContain(
      'RECORDING_INVALID: This is not a recording. This text is not JSON',
    );
  });

  it('refuses a schema nested without end instead of following it', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const text = changed('exchanges.0.responseSchema', 'HERE').replace('"HERE"', deep);

    expect(codeOf(() => readRecording(text))).toContain('exchanges.0.responseSchema: ');
  });
});
