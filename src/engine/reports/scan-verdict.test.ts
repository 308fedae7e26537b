import { describe, expect, it } from 'vitest';
import type { DetectorOutcome } from '#core/session-event.ts';
import { quietOutcome } from '#testing/scan-fixture.ts';
import { openConnection, sqlByLinter, sqlByReviewer } from '#testing/session-fixture.ts';
import { coverageGaps, scanVerdict } from './scan-verdict.ts';

const QUIET = quietOutcome;
const FAILED: DetectorOutcome = { ...QUIET, detector: 'compiler', status: 'failed', reason: 'It crashed' };
const BLIND: DetectorOutcome = { ...QUIET, detector: 'other', status: 'not-applicable' };
const PARTIAL: DetectorOutcome = { ...QUIET, notCovered: [{ path: 'a.py', reason: 'It is too deep.' }] };
const FOUND: DetectorOutcome = { ...QUIET, findings: [sqlByLinter] };

describe('scanVerdict', () => {
  it.each<[string, readonly DetectorOutcome[], string]>([
    ['one that completed', [QUIET], 'secure'],
    ['one that completed and one for other languages', [QUIET, BLIND], 'secure'],
    ['one that failed', [FAILED], 'undecided'],
    ['one that completed and one that failed', [QUIET, FAILED], 'undecided'],
    ['one that left a file out', [PARTIAL], 'undecided'],
    ['none', [], 'undecided'],
    ['only one for other languages', [BLIND], 'undecided'],
    ['one that found something', [FOUND], 'vulnerable'],
    ['one that found something and one that failed', [FOUND, FAILED], 'vulnerable'],
    ['one that failed after it found something', [{ ...FAILED, findings: [sqlByLinter] }], 'vulnerable'],
  ])('with %s is %s', (_, detectors, verdict) => {
    expect(scanVerdict({ detectors, failOn: 'medium', minConfidence: 'medium' }).verdict).toBe(verdict);
  });

  it('counts only what is at or above both thresholds', () => {
    const detectors = [{ ...QUIET, findings: [sqlByLinter, sqlByReviewer, openConnection] }];

    expect(scanVerdict({ detectors, failOn: 'low', minConfidence: 'low' }).open).toEqual([
      openConnection,
      sqlByLinter,
      sqlByReviewer,
    ]);
    expect(scanVerdict({ detectors, failOn: 'high', minConfidence: 'medium' }).open).toEqual([
      sqlByLinter,
      sqlByReviewer,
    ]);
    expect(scanVerdict({ detectors, failOn: 'low', minConfidence: 'high' }).open).toEqual([sqlByReviewer]);
    expect(
      scanVerdict({ detectors: [{ ...QUIET, findings: [openConnection] }], failOn: 'high', minConfidence: 'low' }),
    ).toEqual({
      verdict: 'secure',
      open: [],
      gaps: [],
    });
  });

  it('cannot judge code at which a gate stopped, and takes its findings for no weakness', () => {
    const broken = { ...sqlByLinter, detector: 'gate', cwes: [], message: 'A bracket is missing' };
    const detectors = [QUIET, { ...QUIET, detector: 'gate', findings: [broken] }];

    expect(scanVerdict({ detectors, gates: ['gate'], failOn: 'medium', minConfidence: 'medium' })).toEqual({
      verdict: 'undecided',
      open: [],
      gaps: ['users.py cannot be judged, see line 6: A bracket is missing.'],
    });
  });
});

describe('coverageGaps', () => {
  it('says each thing that was not checked in a sentence', () => {
    expect(coverageGaps([FAILED, PARTIAL, { ...FAILED, reason: ' ' }])).toEqual([
      'Detector compiler failed: It crashed.',
      'Detector linter did not check a.py: It is too deep.',
      'Detector compiler failed: no reason was given.',
    ]);
  });
});
