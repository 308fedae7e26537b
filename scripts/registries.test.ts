import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FRONT_ENDS, KINDS } from './kinds.ts';
import { extensionNames, registriesOf, registryText } from './registries.ts';

const detectors = KINDS.find(({ name }) => name === 'detector');
if (detectors === undefined) throw new Error('There is no kind named detector.');
const rules = KINDS.find(({ name }) => name === 'rule');
if (rules === undefined) throw new Error('There is no kind named rule.');

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

function addFile(path: string): void {
  mkdirSync(dirname(join(root, 'src/extensions', path)), { recursive: true });
  writeFileSync(join(root, 'src/extensions', path), '');
}

const textAt = (path: string): string | undefined =>
  registriesOf(root).find((registry) => registry.path === `src/extensions/${path}`)?.wanted;

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

  it('has the group in the name where extensions lie in groups', () => {
    addFile('rules/python/sql-injection/rule.ts');
    addFile('rules/python/eval/rule.ts');
    addFile('rules/javascript/eval/rule.ts');
    addFile('rules/c/notes.md');

    expect(extensionNames(root, rules)).toEqual(['javascript/eval', 'python/eval', 'python/sql-injection']);
  });
});

describe('registriesOf', () => {
  it('is stale until the text is written, and again when a folder comes', () => {
    addDetector('static');
    const ofDetectors = (): ReturnType<typeof registriesOf>[number] | undefined =>
      registriesOf(root).find(({ path }) => path.includes('/detectors/'));
    const isFresh = (): boolean | undefined => ofDetectors()?.isFresh;
    const registry = ofDetectors();
    expect(isFresh()).toBe(false);

    writeFileSync(join(root, registry?.path ?? ''), registry?.wanted ?? '');
    expect(isFresh()).toBe(true);

    addDetector('bandit');
    expect(isFresh()).toBe(false);
  });

  it('has one registry per kind', () => {
    expect(registriesOf(root).map(({ path }) => path)).toEqual([
      ...KINDS.map(({ folder }) => `src/extensions/${folder}/index.generated.ts`),
      'src/extensions/languages/front-ends.generated.ts',
    ]);
  });

  it('loads all rules of a language at once', () => {
    addFile('rules/python/sql-injection/rule.ts');
    addFile('rules/python/eval/rule.ts');
    addFile('rules/javascript/eval/rule.ts');

    expect(textAt('rules/index.generated.ts')).toBe(
      [
        '// Written by `npm run generate` from the folders beside it. Do not edit.',
        "import type { Rule } from '#engine/analysis/rule.ts';",
        '',
        '/** One entry per folder; loaded when it is first needed. */',
        'export const rules: Readonly<Record<string, () => Promise<readonly Rule[]>>> = {',
        "  javascript: async () => (await import('./javascript/index.generated.ts')).rules,",
        "  python: async () => (await import('./python/index.generated.ts')).rules,",
        '};',
        '',
      ].join('\n'),
    );
    expect(textAt('rules/python/index.generated.ts')).toBe(
      [
        '// Written by `npm run generate` from the folders beside it. Do not edit.',
        "import type { Rule } from '#engine/analysis/rule.ts';",
        "import { rule as eval_ } from './eval/rule.ts';",
        "import { rule as sqlInjection } from './sql-injection/rule.ts';",
        '',
        '/** One per folder. */',
        'export const rules: readonly Rule[] = [eval_, sqlInjection];',
        '',
      ].join('\n'),
    );
  });

  it('breaks a long list of rules', () => {
    const names = Array.from({ length: 9 }, (_, index) => `a-weakness-with-a-long-name-${'abcdefghi'.charAt(index)}`);
    for (const name of names) addFile(`rules/python/${name}/rule.ts`);

    const lines = textAt('rules/python/index.generated.ts')?.split('\n') ?? [];

    expect(lines).toContain('export const rules: readonly Rule[] = [');
    expect(lines).toContain('  aWeaknessWithALongNameA,');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('knows front ends beside languages that have none', () => {
    addFile('languages/python/language.ts');
    addFile('languages/python/front-end.ts');
    addFile('languages/go/language.ts');

    expect(extensionNames(root, FRONT_ENDS)).toEqual(['python']);
    expect(textAt('languages/front-ends.generated.ts')).toContain(
      "  python: async () => (await import('./python/front-end.ts')).frontEnd,\n};",
    );
    expect(textAt('languages/index.generated.ts')).toContain('./go/language.ts');
  });
});
