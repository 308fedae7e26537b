import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtension } from './create-extension.ts';
import { KINDS } from './kinds.ts';
import { capture, ROOT } from './run-command.ts';

/** A copy of the project with the contracts alone, so that only what is new is looked at. */
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seccode-new-'));
  for (const tier of ['core', 'engine']) cpSync(join(ROOT, 'src', tier), join(root, 'src', tier), { recursive: true });
  // A rule is tested with the languages that can be analysed.
  for (const folder of ['src/testing', 'src/extensions/languages', 'grammars']) {
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  }
  for (const { folder } of KINDS) mkdirSync(join(root, 'src/extensions', folder), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts'])
    cpSync(join(ROOT, file), join(root, file));
  cpSync(join(ROOT, 'scripts'), join(root, 'scripts'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function nameFor(kind: string): string {
  if (kind === 'rule') return 'python/brand-new';
  return kind === 'guidance' ? 'cwe-1234' : 'brand-new';
}

describe('a new extension of every kind', () => {
  beforeAll(() => {
    for (const { name } of KINDS) createExtension({ root, kind: name, name: nameFor(name) });
  });

  it.each(KINDS)('$name is registered', ({ folder, file, name }) => {
    const extension = join(root, 'src/extensions', folder, nameFor(name));
    const registry = readFileSync(join(extension, '../index.generated.ts'), 'utf8');

    expect(registry).toMatch(new RegExp(`(?:import\\(|from )'\\./${basename(extension)}/${file}\\.ts'`));
  });

  it.each(KINDS)('$name has a test and no placeholder left', ({ folder, file, name }) => {
    const path = join(root, 'src/extensions', folder, nameFor(name));

    expect(existsSync(join(path, `${file}.test.ts`))).toBe(true);
    expect(readFileSync(join(path, `${file}.ts`), 'utf8')).not.toMatch(/__[A-Z]+__/);
  });

  it('compiles', { timeout: 120_000 }, () => {
    const config = { extends: './tsconfig.json', include: ['src/extensions'] };
    writeFileSync(join(root, 'tsconfig.new.json'), JSON.stringify(config));

    const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.new.json'];
    const { status, stdout } = capture(process.execPath, compiler, { folder: root });

    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it('passes its own tests', { timeout: 120_000 }, () => {
    const options = ['node_modules/vitest/vitest.mjs', 'run', 'src/extensions', '--reporter=json'];

    const { stdout, stderr } = capture(process.execPath, options, { folder: root });

    expect(JSON.parse(stdout), stderr).toMatchObject({ success: true, numFailedTests: 0 });
  });
});

describe('createExtension', () => {
  it('refuses a name that is taken', () => {
    createExtension({ root, kind: 'store', name: 'taken' });
    const before = readFileSync(join(root, 'src/extensions/stores/taken/store.ts'), 'utf8');

    expect(createExtension({ root, kind: 'store', name: 'taken' })).toEqual({
      ok: false,
      message: 'src/extensions/stores/taken exists already.',
      remedy: 'Choose another name.',
    });
    expect(readFileSync(join(root, 'src/extensions/stores/taken/store.ts'), 'utf8')).toBe(before);
  });

  it.each(['', 'Upper', 'under_score', '-a', 'a-', 'a--b', '../up', 'a/b', '1a', 'a b', 'constructor.ts'])(
    'refuses the name "%s"',
    (name) => {
      expect(createExtension({ root, kind: 'detector', name }).ok).toBe(false);
    },
  );

  it.each(['sql-injection', 'cwe-089', 'cwe-', 'CWE-89'])('refuses guidance named "%s"', (name) => {
    expect(createExtension({ root, kind: 'guidance', name })).toMatchObject({ remedy: 'Use a name such as cwe-89.' });
  });

  it.each([
    {
      name: 'my-weakness',
      message: "'my-weakness' names no language.",
      remedy: 'Write javascript/<name> or python/<name>.',
    },
    {
      name: 'pyhton/my-weakness',
      message: "There are no example files for 'pyhton'.",
      remedy: 'Did you mean python/my-weakness?',
    },
    {
      name: 'python/My_Weakness',
      message: "'My_Weakness' is not kebab-case.",
      remedy: 'Use lower-case words with hyphens, such as my-tool.',
    },
    {
      name: 'python/a/b',
      message: "'a/b' is not kebab-case.",
      remedy: 'Use lower-case words with hyphens, such as my-tool.',
    },
    { name: '', message: 'No name was given.', remedy: 'Run npm run new rule <language>/<name>.' },
  ])('refuses the rule "$name"', ({ name, message, remedy }) => {
    expect(createExtension({ root, kind: 'rule', name })).toEqual({ ok: false, message, remedy });
  });

  it('writes a rule with examples in its language', () => {
    const created = createExtension({ root, kind: 'rule', name: 'javascript/taken-too' });

    expect(created).toMatchObject({
      ok: true,
      paths: [
        'src/extensions/rules/javascript/taken-too/rule.test.ts',
        'src/extensions/rules/javascript/taken-too/rule.ts',
        'src/extensions/rules/javascript/taken-too/bad.js',
        'src/extensions/rules/javascript/taken-too/good.js',
        'src/extensions/rules/javascript/index.generated.ts',
        'src/extensions/rules/index.generated.ts',
      ],
    });
    expect(readFileSync(join(root, 'src/extensions/rules/javascript/taken-too/rule.ts'), 'utf8')).toContain(
      "languages: ['javascript', 'typescript'],",
    );
  });

  it('names the nearest kind', () => {
    expect(createExtension({ root, kind: 'detektor', name: 'a' })).toEqual({
      ok: false,
      message: "There is no kind 'detektor'.",
      remedy: 'Did you mean detector?',
    });
  });

  it('names all kinds when none is near', () => {
    expect(createExtension({ root, kind: 'plugin', name: 'a' })).toMatchObject({
      remedy:
        'Run npm run new <kind> <name> with one of dataset, detector, format, guidance, language, metric, provider, queue, rule, sandbox, scorer, store, strategy, toolchain.',
    });
  });
});
