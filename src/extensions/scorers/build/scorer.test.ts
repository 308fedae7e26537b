import { describe, expect, it } from 'vitest';
import { completed, failed, scriptedFinding, scriptedKit, scriptedSample, testScorer } from '#testing/test-scorer.ts';
import { scorer } from './scorer.ts';

testScorer('build', scorer);

const subject = { sample: scriptedSample, files: scriptedSample.files ?? [] };

describe('build', () => {
  it('fails what does not parse, even where a compiler could not look', async () => {
    const build = () => Promise.resolve([completed('syntax', [scriptedFinding('syntax')]), failed('build')]);

    expect(await scorer.score(subject, scriptedKit({ build }))).toEqual({
      status: 'scored',
      passes: false,
      detail: 'main.py:1: The text is built.',
    });
  });

  it('does not score what cannot be built here', async () => {
    const notCovered = [{ path: 'main.py', reason: 'A header is missing.' }];
    const build = () => Promise.resolve([{ ...completed('build'), notCovered }]);

    expect(await scorer.score(subject, scriptedKit({ build }))).toEqual({
      status: 'unscored',
      reason: "The detector 'build' could not check main.py: A header is missing.",
    });
  });
});
