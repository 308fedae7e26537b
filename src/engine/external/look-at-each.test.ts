import { describe, expect, it } from 'vitest';
import { lookAtEach } from './look-at-each.ts';
import { safeFiles } from './safe-files.ts';
import { toolFailed } from './tool-failed.ts';

const { placed } = safeFiles([
  { path: 'a.c', text: '' },
  { path: 'b.c', text: '' },
]);

describe('looking at each file', () => {
  it('loses only the file that the tool fails on', async () => {
    const report = await lookAtEach(placed, async ({ file }) => {
      if (file.path === 'a.c') throw toolFailed('my-tool', "'mytool' crashed (SIGSEGV).");
      return { findings: [], notCovered: [] };
    });

    expect(report.notCovered).toEqual([{ path: 'a.c', reason: "'mytool' crashed (SIGSEGV)." }]);
  });

  it('fails where the tool fails on every file', async () => {
    const look = lookAtEach(placed, async ({ file }) => {
      throw toolFailed('my-tool', `'mytool' crashed on ${file.path}.`);
    });

    await expect(look).rejects.toMatchObject({ code: 'DETECTOR_FAILED', message: "'mytool' crashed on a.c." });
  });

  it('lets every other error through', async () => {
    await expect(lookAtEach(placed, async () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  });

  it('does so two at a time', async () => {
    let now = 0;
    let most = 0;
    await lookAtEach([...placed, ...placed], async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return { findings: [], notCovered: [] };
    });

    expect(most).toBe(2);
  });
});
