import { describe, expect, it } from 'vitest';
import type { Detector } from '#engine/detection/detector.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { extensionsWith } from '#testing/scan-extensions.ts';
import { type WordDetector, wordDetector } from '#testing/word-detector.ts';
import { type DirectFix, fixDirectly } from './fix-directly.ts';
import { scan } from './scan.ts';

const gate = wordDetector({ name: 'gate', word: 'BROKEN', is: { isGate: true } });
const evil = (changed: Partial<WordDetector> = {}): Detector =>
  wordDetector({ name: 'main', word: 'evil', replacement: 'good', is: { isDefaultForScan: true }, ...changed });

async function fix(
  files: SourceFiles,
  ...detectors: readonly Detector[]
): Promise<DirectFix & { readonly scans: number }> {
  let scans = 0;
  const extensions = extensionsWith([gate, ...detectors]);
  const result = await fixDirectly(files, async (now) => {
    scans += 1;
    return await scan(
      { files: now, skipped: [] },
      { failOn: 'medium', minConfidence: 'medium', nowMs: () => 0, signal: new AbortController().signal },
      extensions,
    );
  });
  return { ...result, scans };
}

const file = (text: string, path = 'a.py'): SourceFiles[number] => ({ path, text });
const always = { isDefaultForScan: true };

describe('fixDirectly', () => {
  it('makes every edit in one go, in all files, and looks again', async () => {
    const result = await fix([file('evil()\nevil()\n'), file('evil()\n', 'b.py'), file('fine()\n', 'c.py')], evil());

    expect(result.files.map(({ text }) => text)).toEqual(['good()\ngood()\n', 'good()\n', 'fine()\n']);
    expect(result.fixed).toHaveLength(3);
    expect(result.dropped).toEqual([]);
    expect(result.report.detectors.flatMap(({ findings }) => findings)).toEqual([]);
    expect(result.scans).toBe(2);
  });

  it('changes nothing where there is nothing to fix', async () => {
    const result = await fix([file('evil()\n')], wordDetector({ name: 'main', word: 'evil', is: always }));

    expect(result).toMatchObject({ files: [{ text: 'evil()\n' }], fixed: [], dropped: [], scans: 1 });
  });

  it.each([
    { replacement: 'BROKEN', reason: 'The code would no longer parse.' },
    { replacement: 'evil ', reason: 'The finding would still be there.' },
    { replacement: 'odd', reason: 'The edit brings a new finding.' },
  ])('takes back an edit that writes "$replacement"', async ({ replacement, reason }) => {
    const odd = wordDetector({ name: 'other', word: 'odd', is: always });

    const result = await fix([file('evil()\n')], evil({ replacement }), odd);

    expect(result.files).toEqual([file('evil()\n')]);
    expect(result.dropped).toMatchObject([{ finding: { rule: 'no-evil' }, reason }]);
    expect(result.fixed).toEqual([]);
  });

  it('takes back only what is at fault', async () => {
    const bad = wordDetector({ name: 'bad', word: 'wicked', replacement: 'BROKEN', is: always });
    const text = 'evil()\nwicked()\nevil()\nevil()\n';

    const result = await fix([file(text)], evil(), bad);

    expect(result.files).toEqual([file('good()\nwicked()\ngood()\ngood()\n')]);
    expect(result.fixed).toHaveLength(3);
    expect(result.dropped.map(({ finding }) => finding.rule)).toEqual(['no-wicked']);
  });

  it('makes overlapping edits one after another', async () => {
    const whole = wordDetector({ name: 'whole', word: 'evil()', replacement: 'other_evil()', is: always });

    const result = await fix([file('evil()\n')], evil(), whole);

    expect(result.files).toEqual([file('good()\n')]);
  });

  it('leaves alone what is only reported', async () => {
    const result = await fix([file('evil()\n')], evil({ finding: { severity: 'low' } }));

    expect(result).toMatchObject({ files: [{ text: 'evil()\n' }], fixed: [] });
  });
});
