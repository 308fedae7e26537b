import { describe, expect, it } from 'vitest';
import { analyseOnThreads, type PoolOptions } from './analysis-pool.ts';

const OPTIONS: PoolOptions = {
  wishes: { only: [], without: [] },
  concurrency: 2,
  signal: new AbortController().signal,
  module: new URL('./fixtures/odd-worker.mjs', import.meta.url),
  fileTimeoutMs: 2_000,
};

/** Each a batch of its own. */
const file = (path: string, first = 'fine'): { path: string; text: string } => ({
  path,
  text: `${first}\n${' '.repeat(600_000)}`,
});

const rulesOf = ({ findings }: { readonly findings: readonly { readonly rule: string }[] }): readonly string[] =>
  findings.map(({ rule }) => rule);

describe('analyseOnThreads', () => {
  it('puts the results of all threads together in the order of the files', async () => {
    const paths = ['a', 'b', 'c', 'd', 'e'];

    const result = await analyseOnThreads(
      paths.map((path) => file(path)),
      OPTIONS,
    );

    expect(rulesOf(result)).toEqual(paths);
    expect(result.notCovered).toEqual([]);
  });

  it.each([
    ['hangs', 'hang', 'The file takes too long to be analysed.'],
    ['throws', 'throw', 'The analysis broke off with RangeError.'],
    ['ends its thread', 'end', 'The analysis ended before it was done.'],
  ])('reports a file that %s as not covered and goes on', async (_title, first, reason) => {
    const result = await analyseOnThreads([file('a'), file('odd', first), file('c')], OPTIONS);

    expect(rulesOf(result)).toEqual(['a', 'c']);
    expect(result.notCovered).toEqual([{ path: 'odd', reason }]);
  });

  it('does the files again that stood before an odd one in its batch', async () => {
    const small = (path: string, text: string): { path: string; text: string } => ({ path, text });

    const result = await analyseOnThreads([small('a', 'fine'), small('odd', 'throw'), small('c', 'fine')], OPTIONS);

    expect(rulesOf(result)).toEqual(['a', 'c']);
  });

  it('says so when no thread can be started, instead of leaving every file out', async () => {
    await expect(analyseOnThreads([file('never-starts')], OPTIONS)).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
  });

  it('stops at once when it is interrupted', async () => {
    const controller = new AbortController();
    const running = analyseOnThreads([file('odd', 'hang')], {
      ...OPTIONS,
      signal: controller.signal,
      fileTimeoutMs: 60_000,
    });

    controller.abort();

    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
