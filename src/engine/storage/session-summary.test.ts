import { describe, expect, it } from 'vitest';
import { scriptedSession, scriptedStart, stored, vulnerableFiles } from '#testing/session-fixture.ts';
import { iterationOf, summariseSession } from './session-summary.ts';

const [FIRST] = scriptedSession;
const LAST = scriptedSession.at(-1);

describe('summariseSession', () => {
  it('takes verdict and times from the ends of the log', () => {
    if (FIRST === undefined || LAST === undefined) throw new Error('The fixture is empty.');

    expect(
      summariseSession({
        started: scriptedStart,
        startedAtMs: FIRST.atMs,
        last: LAST,
        lastIteration: 2,
        isLocked: false,
      }),
    ).toEqual({
      sessionId: '20261123-031502-k3x9q2',
      startedAtMs: Date.UTC(2026, 10, 23, 3, 15, 2),
      updatedAtMs: Date.UTC(2026, 10, 23, 3, 15, 29),
      title: 'Write a function that finds users by name in SQLite.',
      language: 'python',
      model: 'scripted/coder',
      iterations: 3,
      verdict: 'secure',
      stopReason: 'clean',
      isLocked: false,
    });
  });

  it.each([
    ['\n\n  Do it. \nMore.', 'Do it.'],
    [' \n ', 'users.py'],
    ['x'.repeat(101), `${'x'.repeat(99)}…`],
  ])('makes a title of the request %j', (request, title) => {
    if (FIRST === undefined) throw new Error('The fixture is empty.');
    const started = { ...scriptedStart, task: { ...scriptedStart.task, request, files: vulnerableFiles } };

    expect(summariseSession({ started, startedAtMs: 0, last: FIRST, isLocked: true })).toMatchObject({
      title,
      iterations: 0,
      isLocked: true,
    });
  });
});

describe('iterationOf', () => {
  it('is there for events of an iteration only', () => {
    const [, second] = scriptedSession;

    expect(stored([scriptedStart]).map(iterationOf)).toEqual([undefined]);
    expect(second === undefined ? undefined : iterationOf(second)).toBe(0);
  });
});
