import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '#core/session-event.ts';
import {
  openConnection,
  scriptedEvents,
  scriptedSession,
  scriptedStart,
  sqlByLinter,
  sqlByReviewer,
  stored,
} from '#testing/session-fixture.ts';
import { formatCost, formatUsage, plural } from './amounts.ts';
import { countFindings, describeCounts } from './finding-counts.ts';
import { sarifSeverity } from './levels.ts';
import { summariseEvents } from './summary.ts';
import { timeline } from './timeline.ts';

describe('summariseEvents', () => {
  it('says how each iteration went', () => {
    const { iterations } = summariseEvents(scriptedSession);

    expect(
      iterations.map(({ iteration, kind, isAccepted, ledger, faults, outcomes, spent }) => ({
        iteration,
        kind,
        isAccepted,
        score: ledger?.score,
        faults: faults.length,
        findings: outcomes.map(({ detector, findings }) => `${detector} ${findings.length}`),
        cost: spent.cost,
      })),
    ).toEqual([
      {
        iteration: 0,
        kind: 'generate',
        isAccepted: true,
        score: -18,
        faults: 0,
        findings: ['linter 1', 'reviewer 2'],
        cost: 3_500,
      },
      { iteration: 1, kind: 'fix', isAccepted: false, score: -18, faults: 1, findings: [], cost: 1_500 },
      {
        iteration: 2,
        kind: 'fix',
        isAccepted: true,
        score: 0,
        faults: 0,
        findings: ['linter 0', 'reviewer 1'],
        cost: 3_600,
      },
    ]);
  });

  it('takes the findings of the result, and says what each detector is worth to the verdict', () => {
    const { best, findings, open, withdrawn, evidence, spent } = summariseEvents(scriptedSession);

    expect(best?.iteration).toBe(2);
    expect(findings).toEqual([openConnection]);
    expect(open).toEqual([]);
    expect(withdrawn).toHaveLength(1);
    expect(evidence.map(({ detector, role, status, open: count }) => [detector, role, status, count])).toEqual([
      ['linter', 'feedback and marking', 'completed', 0],
      ['reviewer', 'marking, held out', 'completed', 0],
    ]);
    expect(spent).toEqual({
      usage: { inputTokens: 4_800, cachedInputTokens: 800, outputTokens: 665 },
      cost: 8_600,
      calls: 5,
      repliesWithoutUsage: 0,
    });
  });

  it('takes the last accepted candidate for the result while there is no verdict', () => {
    expect(summariseEvents(stored(scriptedEvents.slice(0, 17))).best?.iteration).toBe(0);
  });

  it('has no result when the verdict names none', () => {
    const events: readonly SessionEvent[] = [
      ...scriptedEvents.slice(0, 11),
      { type: 'verdict-reached', verdict: 'undecided', stopReason: 'no-candidate', explanation: 'Scripted.' },
    ];

    expect(summariseEvents(stored(events)).best).toBeUndefined();
  });

  it('heeds a person who rolled back, accepted or dismissed', () => {
    const decide = (decision: Extract<SessionEvent, { type: 'person-decided' }>['decision']): SessionEvent => ({
      type: 'person-decided',
      iteration: 0,
      decision,
    });
    const begun = scriptedEvents.slice(0, 11);

    expect(summariseEvents(stored([...begun, decide({ kind: 'reject', reason: 'No.' })])).best).toBeUndefined();
    expect(summariseEvents(stored([...begun, decide({ kind: 'accept' })])).best?.iteration).toBe(0);
    const dismissed = summariseEvents(
      stored([...begun, decide({ kind: 'dismiss', fingerprint: sqlByLinter.fingerprint, reason: 'False.' })]),
    );
    expect(dismissed.dismissed).toEqual([{ finding: sqlByLinter, reason: 'False.' }]);
    expect(dismissed.open).toEqual([sqlByReviewer]);
  });

  it('keeps the last outcome of a detector that looked twice at a candidate', () => {
    const [again] = scriptedEvents.filter((event) => event.type === 'detector-finished' && event.iteration === 2);
    if (again?.type !== 'detector-finished') throw new Error('The fixture has no such event.');

    const { iterations } = summariseEvents(stored([...scriptedEvents.slice(0, 11), { ...again, iteration: 0 }]));

    expect(iterations[0]?.outcomes.map(({ detector, findings }) => [detector, findings.length])).toEqual([
      ['linter', 0],
      ['reviewer', 2],
    ]);
  });

  it('refuses a log that begins with something else', () => {
    expect(() => summariseEvents([])).toThrow(RangeError);
    expect(() => summariseEvents(scriptedSession.slice(1))).toThrow(RangeError);
  });
});

describe('timeline', () => {
  it('tells a session row by row', () => {
    const rows = timeline(scriptedSession);

    expect(rows).toHaveLength(28);
    expect(rows.slice(0, 5).map(({ stage, what }) => `${stage}: ${what}`)).toEqual([
      'session: started: generate python with scripted/coder, strategy encouragement',
      'iteration: iteration 0 began: write a first program',
      'model: strategy asked scripted/coder (generate)',
      'model: scripted-1 answered, cost $0.0012',
      'extract: 1 file taken: users.py',
    ]);
    expect(rows[3]).toMatchObject({ sequence: 4, iteration: 0, tokens: 820, cost: 1_200 });
    expect(rows.at(-1)).toMatchObject({ stage: 'verdict', what: 'secure (clean)' });
  });

  it('names the step that a strategy asks for', () => {
    const [asked] = scriptedEvents.filter((event) => event.type === 'model-requested');
    if (asked?.type !== 'model-requested') throw new Error('The fixture has no such event.');

    const [row] = timeline(stored([{ ...asked, step: 'critique' }]));

    expect(row?.what).toBe('strategy asked scripted/coder (generate: critique)');
  });

  it('tells what went wrong', () => {
    const outcome = { detector: 'linter', version: '1', findings: [], withdrawn: [], notCovered: [], durationMs: 1 };
    const reply = {
      type: 'model-replied',
      requestId: 'x',
      answeredBy: '',
      usage: {},
      cost: 'unknown',
      calls: 3,
      durationMs: 1,
    } as const;
    const rows = timeline(
      stored([
        scriptedStart,
        { ...reply, outcome: { kind: 'refused', reason: 'policy' } },
        { ...reply, outcome: { kind: 'failed', reason: 'gone', remedy: 'Wait.' } },
        { type: 'candidate-extracted', iteration: 0, files: [], problem: 'no code', claims: [] },
        { type: 'detector-finished', iteration: 0, outcome: { ...outcome, status: 'failed', reason: 'crash' } },
        { type: 'detector-finished', iteration: 0, outcome: { ...outcome, status: 'not-applicable', reason: '' } },
        { type: 'limit-reached', limit: 'time', detail: '10 of 5 s' },
        { type: 'person-decided', iteration: 0, decision: { kind: 'stop' } },
      ]),
    );

    expect(rows.slice(1).map(({ what }) => what)).toEqual([
      'the model refused: policy in 3 calls, cost unknown',
      'the model failed: gone in 3 calls, cost unknown',
      'no code',
      'linter failed: crash',
      'linter knows none of the languages',
      'limit on time reached: 10 of 5 s',
      'ended the session',
    ]);
    expect(rows[1]).not.toHaveProperty('tokens');
  });
});

describe('countFindings', () => {
  it('counts by severity, detector and weakness', () => {
    const counts = countFindings([sqlByLinter, sqlByReviewer, openConnection]);

    expect(counts).toEqual({
      total: 3,
      bySeverity: { critical: 1, high: 1, medium: 0, low: 1, info: 0 },
      byDetector: [
        ['reviewer', 2],
        ['linter', 1],
      ],
      byCwe: [
        ['CWE-89', 2],
        ['CWE-772', 1],
        ['CWE-943', 1],
      ],
    });
    expect(describeCounts(counts)).toBe('1 critical, 1 high, 1 low');
  });
});

describe('sarifSeverity', () => {
  it.each([
    ['critical', 'error', '9.5'],
    ['high', 'error', '8.0'],
    ['medium', 'warning', '5.5'],
    ['low', 'note', '3.0'],
    ['info', 'note', '0.0'],
  ] as const)('makes %s a %s of %s', (severity, level, securitySeverity) => {
    expect(sarifSeverity(severity)).toEqual({ level, securitySeverity });
  });
});

describe('amounts', () => {
  it.each([
    ['unknown', 'unknown'],
    [0, '$0.00'],
    [1, '$0.000001'],
    [8_600, '$0.0086'],
    [120_000, '$0.12'],
    [500_000, '$0.50'],
    [1_250_000, '$1.25'],
  ] as const)('writes a cost of %s as %s', (cost, text) => {
    expect(formatCost(cost)).toBe(text);
  });

  it.each([
    [{}, 'unknown'],
    [{ inputTokens: 1_234_567, outputTokens: 12 }, '1,234,567 in, 12 out'],
    [{ inputTokens: 999, cachedInputTokens: 0, outputTokens: 1_000 }, '999 in (0 from cache), 1,000 out'],
    [{ outputTokens: 5 }, 'unknown in, 5 out'],
  ])('writes usage %j as %s', (usage, text) => {
    expect(formatUsage(usage)).toBe(text);
  });

  it('writes counts with their noun', () => {
    expect([plural(0, 'file'), plural(1, 'file'), plural(1_000, 'file')]).toEqual(['0 files', '1 file', '1,000 files']);
  });
});
