import { describe, expect, it } from 'vitest';
import { lookInHalves } from './look-in-halves.ts';
import { safeFiles } from './safe-files.ts';
import { toolFailed } from './tool-failed.ts';

const { placed } = safeFiles(['a', 'b', 'c', 'd', 'e'].map((path) => ({ path, text: '' })));

describe('lookInHalves', () => {
  it('runs once where all goes well', async () => {
    const seen: string[][] = [];
    const report = await lookInHalves(placed, async (some) => {
      seen.push(some.map(({ file }) => file.path));
      return { findings: [], notCovered: [] };
    });

    expect(seen).toEqual([['a', 'b', 'c', 'd', 'e']]);
    expect(report).toEqual({ findings: [], notCovered: [] });
  });

  it('finds the file that breaks the tool', async () => {
    const { notCovered } = await lookInHalves(placed, async (some) => {
      if (some.some(({ file }) => file.path === 'b')) throw toolFailed('d', "'tool' crashed.");
      return { findings: [], notCovered: some.map(({ file }) => ({ path: file.path, reason: 'seen' })) };
    });

    expect(notCovered).toEqual([
      { path: 'a', reason: 'seen' },
      { path: 'b', reason: "'tool' crashed." },
      { path: 'c', reason: 'seen' },
      { path: 'd', reason: 'seen' },
      { path: 'e', reason: 'seen' },
    ]);
  });

  it('fails where every file breaks the tool, and at once for any other error', async () => {
    await expect(lookInHalves(placed, async () => Promise.reject(toolFailed('d', 'It broke.')))).rejects.toMatchObject({
      code: 'DETECTOR_FAILED',
    });
    await expect(lookInHalves(placed, async () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  });
});
