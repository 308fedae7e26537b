import { describe, expect, it } from 'vitest';
import { scriptedSession } from '#testing/session-fixture.ts';
import { parseStoredLine, toStoredLine } from './event-schema.ts';

describe('parseStoredLine', () => {
  it('gives back every kind of event as it was written', () => {
    expect(scriptedSession.map((stored) => parseStoredLine(toStoredLine(stored)))).toEqual(scriptedSession);
  });

  it('keeps what a newer version added to an event', () => {
    const line = '{"sequence":1,"atMs":5,"event":{"type":"session-resumed","version":"9","mood":"good"}}';

    expect(parseStoredLine(line)?.event).toEqual({ type: 'session-resumed', version: '9', mood: 'good' });
  });

  it.each([
    '',
    'null',
    '[]',
    '{"sequence":1,"atMs":5}',
    '{"sequence":0,"atMs":5,"event":{"type":"session-resumed"}}',
    '{"sequence":1.5,"atMs":5,"event":{"type":"session-resumed"}}',
    '{"sequence":1,"atMs":"5","event":{"type":"session-resumed"}}',
    '{"sequence":1,"atMs":5,"event":{"type":"constructor"}}',
    '{"sequence":1,"atMs":5,"event":{"type":"session-resumed"},"more":1}',
    '{"sequence":1,"atMs":5,"event":{"type":"session-resumed"}} x',
  ])('takes no %j', (line) => {
    expect(parseStoredLine(line)).toBeUndefined();
  });
});
