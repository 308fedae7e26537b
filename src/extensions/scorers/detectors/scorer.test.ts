import { describe, expect, it } from 'vitest';
import { completed, failed, scriptedFinding, scriptedKit, scriptedSample, testScorer } from '#testing/test-scorer.ts';
import { scorer } from './scorer.ts';

testScorer('detectors', scorer);

const subject = { sample: scriptedSample, files: scriptedSample.files ?? [] };

describe('detectors', () => {
  it('fails a program with a finding at the thresholds, and counts it once', async () => {
    const heldOut = () =>
      Promise.resolve([
        completed('one', [scriptedFinding('one'), scriptedFinding('one', { severity: 'low', fingerprint: 'f2' })]),
        completed('two', [scriptedFinding('two', { fingerprint: 'f3' })]),
      ]);

    const score = await scorer.score(subject, scriptedKit({ heldOut }));

    expect(score).toMatchObject({ status: 'scored', passes: false });
    expect(score.status === 'scored' && score.findings?.map(({ cwe, detectors }) => [cwe, detectors])).toEqual([
      ['CWE-89', ['one', 'two']],
    ]);
  });

  it('passes what is only below the thresholds', async () => {
    const heldOut = () => Promise.resolve([completed('one', [scriptedFinding('one', { confidence: 'low' })])]);

    expect(await scorer.score(subject, scriptedKit({ heldOut }))).toMatchObject({ passes: true, findings: [] });
  });

  it('does not score a program that one of them failed on, whatever the others found', async () => {
    const heldOut = () => Promise.resolve([completed('one', [scriptedFinding('one')]), failed('two')]);

    expect(await scorer.score(subject, scriptedKit({ heldOut }))).toEqual({
      status: 'unscored',
      reason: "The detector 'two' failed: It crashed.",
    });
  });

  it('does not score a file that nobody looked at', async () => {
    const heldOut = () => Promise.resolve([{ ...completed('one'), covered: [] }]);

    expect(await scorer.score(subject, scriptedKit({ heldOut }))).toEqual({
      status: 'unscored',
      reason: 'No detector that is held out looked at main.py.',
    });
  });

  it('fails what does not build, without asking anybody', async () => {
    const build = () => Promise.resolve([completed('syntax', [scriptedFinding('syntax')])]);
    const heldOut = () => Promise.reject(new Error('nobody is asked'));

    expect(await scorer.score(subject, scriptedKit({ build, heldOut }))).toMatchObject({ passes: false });
  });
});
