import { describe, expect, it } from 'vitest';
import { scriptedKit, scriptedSample, testScorer } from '#testing/test-scorer.ts';
import { scorer } from './scorer.ts';

testScorer('joint', scorer);

const subject = { sample: scriptedSample, files: scriptedSample.files ?? [] };

const unscored = { status: 'unscored', reason: 'No sandbox.' } as const;
const pass = { status: 'scored', passes: true, detail: '' } as const;
const fail = { status: 'scored', passes: false, detail: 'it leaks' } as const;

describe('joint', () => {
  it('fails when one part fails, even where another is unscored', async () => {
    const scores = { build: pass, detectors: unscored, functional: pass, exploit: fail };
    const scoreOf = (name: string) => Promise.resolve(new Map(Object.entries(scores)).get(name) ?? unscored);

    expect(await scorer.score(subject, scriptedKit({ scoreOf }))).toEqual({ ...fail, detail: 'exploit: it leaks' });
  });

  it('is unscored, with the part, when none fails and one is unscored', async () => {
    const scoreOf = (name: string) => Promise.resolve(name === 'functional' ? unscored : pass);

    expect(await scorer.score(subject, scriptedKit({ scoreOf }))).toEqual({
      status: 'unscored',
      reason: 'functional: No sandbox.',
    });
  });

  it('asks for attacks only where there are some', async () => {
    const asked: string[] = [];
    const tests = { functional: scriptedSample.tests?.functional ?? { cases: [] }, exploit: { cases: [] } };
    const scoreOf = (name: string) => {
      asked.push(name);
      return Promise.resolve(pass);
    };

    await scorer.score({ ...subject, sample: { ...scriptedSample, tests } }, scriptedKit({ scoreOf }));

    expect(asked).toEqual(['build', 'detectors', 'functional']);
  });
});
