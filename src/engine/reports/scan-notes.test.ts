import { describe, expect, it } from 'vitest';
import { baselinedScan, scriptedScan } from '#testing/scan-fixture.ts';
import { acceptanceOf, countBelowConfidence, scanNotes } from './scan-notes.ts';

describe('scanNotes', () => {
  it('says nothing of a plain scan', () => {
    expect(scanNotes({ ...scriptedScan, detectors: [] })).toEqual([]);
  });

  it('counts open findings that come with a fix', () => {
    expect(scanNotes(scriptedScan)).toEqual([
      '1 finding can be fixed without a model: `seccode fix --no-model` shows how.',
    ]);
    expect(scanNotes({ ...scriptedScan, failOn: 'critical' })).toEqual([]);
  });

  it('counts one as one', () => {
    expect(scanNotes({ ...scriptedScan, detectors: [], belowConfidence: { linter: 1 } })).toEqual([
      '1 finding below medium confidence is left out; --min-confidence low shows it.',
    ]);
  });

  it('names only the first of many entries', () => {
    const [entry] = baselinedScan.baseline?.expired ?? [];
    if (entry === undefined || baselinedScan.baseline === undefined) throw new Error('The fixture has an entry.');
    const expired = Array.from({ length: 7 }, (_, index) => ({ ...entry, path: `${index}.py` }));

    const note = scanNotes({ ...baselinedScan, baseline: { ...baselinedScan.baseline, expired } });

    expect(note).toContain(
      '7 entries of seccode-baseline.json expired and no longer count: S608 in 0.py, S608 in 1.py, S608 in 2.py, S608 in 3.py, S608 in 4.py, 2 more.',
    );
  });
});

describe('acceptanceOf', () => {
  it('has no day where there is none', () => {
    const entry = { fingerprint: '', detector: '', rule: '', path: '', reason: 'Known.', owner: 'ada' };

    expect(acceptanceOf(entry)).toBe('Known. (ada)');
  });
});

describe('countBelowConfidence', () => {
  it('sums over the detectors', () => {
    expect(countBelowConfidence(baselinedScan)).toBe(3);
  });
});
