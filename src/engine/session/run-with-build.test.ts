import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '#core/session-event.ts';
import type { Detector } from '../detection/detector.ts';
import { scriptSession, wordDetector } from '#testing/scripted-session.ts';
import { runSession } from './run.ts';

const gate = wordDetector('gate', 'broken', { cwes: [], severity: 'high' }, { isGate: true });
const seen = wordDetector('seen', 'sql', { cwes: ['CWE-89'], severity: 'high' });
const building = wordDetector(
  'building',
  'undeclared',
  { cwes: [], severity: 'high' },
  { isGate: true, isBuild: true },
);
/** Lacks what the program is to be built with. */
const unable: Detector = {
  ...building,
  detect: async ({ files }) => ({
    version: '1',
    findings: [],
    notCovered: files.map(({ path }) => ({ path, reason: 'The header ssl.h is not installed here.' })),
  }),
};

const names = { feedback: ['gate', 'building', 'seen'], marking: ['gate', 'building', 'seen'] };

function ran(events: readonly StoredEvent[], iteration: number): readonly string[] {
  return events.flatMap(({ event }) =>
    event.type === 'detector-finished' && event.iteration === iteration ? [event.outcome.detector] : [],
  );
}

function reasons(events: readonly StoredEvent[]): readonly string[] {
  return events.flatMap(({ event }) => (event.type === 'iteration-finished' ? [event.reason] : []));
}

describe('a session that builds', () => {
  it('builds only what parses, and looks for weaknesses only in what builds', async () => {
    const replies = {
      '0.strategy.1': 'broken undeclared undeclared',
      '1.strategy.1': 'undeclared\nundeclared sql',
      '2.strategy.1': 'undeclared',
      '3.strategy.1': 'fine',
    };
    const session = await scriptSession({
      replies,
      settings: { ...names, build: 'required' },
      services: { detectors: [gate, building, seen] },
    });

    const { verdict } = await runSession(session.services);

    expect([0, 1, 2, 3].map((iteration) => ran(session.events(), iteration))).toEqual([
      ['gate'],
      ['gate', 'building'],
      ['gate', 'building'],
      ['gate', 'building', 'seen'],
    ]);
    expect(reasons(session.events())).toEqual([
      'It is the first program, although it does not parse.',
      'It parses, although it does not compile, and the best one before does not parse.',
      'It compiles in more places than the best one before.',
      'It compiles, and the best one before does not.',
    ]);
    expect(verdict?.verdict).toBe('secure');
  });

  it('says that the best program does not compile', async () => {
    const session = await scriptSession({
      replies: { '0.strategy.1': 'undeclared' },
      settings: { ...names, build: 'required', limits: { maxIterations: 0, flatRounds: 1 } },
      services: { detectors: [gate, building, seen] },
    });

    const { verdict } = await runSession(session.services);

    expect(verdict).toMatchObject({
      verdict: 'undecided',
      explanation: expect.stringMatching(/^The program does not compile in 1 place, so nothing can be said/),
    });
  });

  it.each([
    { build: 'required', verdict: 'undecided', says: "'building' could not check main.words: The header ssl.h" },
    { build: 'auto', verdict: 'secure', says: 'Not built: main.words: The header ssl.h is not installed here.' },
  ] as const)('with $build takes what cannot be built here for $verdict', async ({ build, verdict, says }) => {
    const session = await scriptSession({
      replies: { '0.strategy.1': 'fine' },
      settings: { ...names, build },
      services: { detectors: [gate, unable, seen] },
    });

    const state = await runSession(session.services);

    expect(state.verdict).toMatchObject({ verdict, explanation: expect.stringContaining(says) });
  });

  it('never takes a build that broke down for a sound program', async () => {
    const broken: Detector = { ...building, detect: () => Promise.reject(new Error('no')) };
    const session = await scriptSession({
      replies: { '0.strategy.1': 'fine' },
      settings: { ...names, build: 'auto' },
      services: { detectors: [gate, broken, seen] },
    });

    const state = await runSession(session.services);

    expect(state.verdict?.verdict).toBe('undecided');
  });
});
