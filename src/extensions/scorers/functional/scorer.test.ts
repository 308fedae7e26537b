import { describe, expect, it } from 'vitest';
import { scriptedKit, scriptedSample, testScorer } from '#testing/test-scorer.ts';
import { scorer } from './scorer.ts';

testScorer('functional', scorer);

const subject = { sample: scriptedSample, files: scriptedSample.files ?? [] };

describe('functional', () => {
  it('fails a program with a case that does not hold, or does not end in order', async () => {
    const results = [{ name: 'one', holds: true, isOrderly: false, detail: 'it died of a signal' }];
    const runCases = () => Promise.resolve({ runner: 'scripted', results });

    expect(await scorer.score(subject, scriptedKit({ runCases }))).toEqual({
      status: 'scored',
      passes: false,
      detail: '1 of 1 fail; one: it died of a signal',
    });
  });

  it('fails a program that cannot be made, and does not apply to a sample without tests', async () => {
    const runCases = () => Promise.resolve({ problem: 'The program cannot be built: a fault', isFault: true } as const);
    const { tests: _, ...plain } = scriptedSample;

    expect(await scorer.score(subject, scriptedKit({ runCases }))).toMatchObject({ status: 'scored', passes: false });
    expect(scorer.applies(plain)).toBe(false);
  });
});
