import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KINDS } from './kinds.ts';
import { extensionNames, registriesOf, registryText } from './registries.ts';

const detectors = KINDS.find(({ name }) => name === 'detector');
if (detectors === undefined) throw new Error('There is no kind named detector.');

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seccode-registries-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function addDetector(name: string, file = 'detector.ts'): void {
  const folder = join(root, 'src/extensions/detectors', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), '');
}

describe('registryText', () => {
  it('names each folder and quotes names that are no identifiers', () => {
    expect(registryText(detectors, ['bandit', 'two-words'])).toBe(
      [
        '// Written by `npm run generate` from the folders beside it. Do not edit.',
        "import type { Detector } from '#engine/detection/detector.ts';",
        '',
        '/** One entry per folder; loaded when it is first needed. */',
        'export const detectors: Readonly<Record<string, () => Promise<Detector>>> = {',
        "  bandit: async () => (await import('./bandit/detector.ts')).detector,",
        "  'two-words': async () => (await import('./two-words/detector.ts')).detector,",
        '};',
        '',
      ].join('\n'),
    );
  });

  it('is an empty table when there is no folder', () => {
    expect(registryText(detectors, [])).toContain('Promise<Detector>>> = {};\n');
  });

  it('breaks a line that is too long', () => {
    const name = 'a-name-that-goes-on-and-on-and-on-and-on-and-on';

    const lines = registryText(detectors, [name]).split('\n');

    expect(lines).toContain(`  '${name}': async () =>`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});

describe('extensionNames', () => {
  it('is sorted and leaves out folders without the file', () => {
    addDetector('static');
    addDetector('eslint');
    addDetector('unfinished', 'notes.md');

    expect(extensionNames(root, detectors)).toEqual(['eslint', 'static']);
  });

  it('is empty where the kind has no folder yet', () => {
    expect(extensionNames(root, detectors)).toEqual([]);
  });
});

describe('registriesOf', () => {
  it('is stale until the text is written, and again when a folder comes', () => {
    addDetector('static');
    const isFresh = (): boolean | undefined =>
      registriesOf(root).find(({ path }) => path.includes('/detectors/'))?.isFresh;
    const [registry] = registriesOf(root);
    expect(isFresh()).toBe(false);

    writeFileSync(join(root, registry?.path ?? ''), registry?.wanted ?? '');
    expect(isFresh()).toBe(true);

    addDetector('bandit');
    expect(isFresh()).toBe(false);
  });

  it('has one registry per kind', () => {
    expect(registriesOf(root).map(({ path }) => path)).toEqual(
      KINDS.map(({ folder }) => `src/extensions/${folder}/index.generated.ts`),
    );
  });
});
