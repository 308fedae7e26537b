import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import { language as c } from '../../extensions/languages/c/language.ts';
import { language as cpp } from '../../extensions/languages/cpp/language.ts';
import { language as javascript } from '../../extensions/languages/javascript/language.ts';
import { language as python } from '../../extensions/languages/python/language.ts';
import { language as typescript } from '../../extensions/languages/typescript/language.ts';
import { readGrammarFile } from './grammar-files.ts';
import { openSyntax } from './open-syntax.ts';

const languages = [python, c, cpp, javascript, typescript];
const syntax = openSyntax({ languages });

describe('openSyntax', () => {
  it.each([
    ['src/app.py', 'python'],
    ['a/b.tar/X.CPP', 'cpp'],
    ['x.h', 'c'],
    ['view.tsx', 'typescript'],
    ['Makefile', undefined],
    ['notes.txt', undefined],
    ['dir.py/file', undefined],
  ])('knows that %s belongs to %s', (path, id) => {
    expect(syntax.languageOf(path)?.id).toBe(id);
  });

  it.each([
    ['py', 'python'],
    [' C++ ', 'cpp'],
    ['tsx', 'typescript'],
    ['.hpp', 'cpp'],
    ['hxx', 'cpp'],
    ['cobol', undefined],
    ['', undefined],
  ])('knows that the word %j means %s', (word, id) => {
    expect(syntax.languageNamed(word)?.id).toBe(id);
  });

  it.each([
    ['class Queue {\n public:\n  int size() const;\n};\n', 'cpp'],
    ['namespace store {\nint size();\n}\n', 'cpp'],
    ['template <typename T>\nT first(const T *all) { return all[0]; }\n', 'cpp'],
    ['#ifdef __cplusplus\nextern "C" {\n#endif\nint size(void);\n#ifdef __cplusplus\n}\n#endif\n', 'c'],
    ['/* The length of a\n   class of names;\n   using it needs a lock. */\nint size(void);\n', 'c'],
  ])('reads a header whose text is %j as %s', async (text, id) => {
    expect(await syntax.outline({ path: 'queue.h', text })).toMatchObject({ language: id });
    expect(await syntax.tree({ path: 'queue.h', text })).toMatchObject({ language: id });
  });

  it('has an empty outline for a file that no language claims, and leaves its text alone', async () => {
    const file = { path: 'a.txt', text: '# words' };

    expect(await syntax.outline(file)).toMatchObject({ path: 'a.txt', faults: [], functions: [], comments: [] });
    expect(await syntax.outline(file)).not.toHaveProperty('language');
    expect(await syntax.neutralise(file)).toBe('# words');
  });

  it('reads an empty file', async () => {
    expect(await syntax.outline({ path: 'a.py', text: '' })).toMatchObject({ faults: [], statements: 0 });
  });

  it('counts columns in UTF-16 code units, and lines from 1', async () => {
    const { calls } = await syntax.outline({ path: 'a.py', text: 'x = 1\r\ny = "🙂é" + f(2)\r\n' });

    expect(calls.map(({ span }) => span)).toEqual([
      { path: 'a.py', startLine: 2, startColumn: 13, endLine: 2, endColumn: 17 },
    ]);
  });

  it('loads nothing before the first file, and each grammar once however many ask at a time', async () => {
    const read: string[] = [];
    const lazy = openSyntax({
      languages,
      readGrammar: async (file) => {
        read.push(file);
        return readGrammarFile(file);
      },
    });
    expect(read).toEqual([]);

    const files = Array.from({ length: 20 }, (_, index) => ({
      path: `f${index}.${index % 2 === 0 ? 'py' : 'c'}`,
      text: index % 2 === 0 ? `def f${index}():\n    g()\n` : `int f${index}(void) { return g(); }\n`,
    }));
    const outlines = await Promise.all(files.map((file) => lazy.outline(file)));

    expect(outlines.map(({ functions }) => functions.map(({ name }) => name))).toEqual(
      files.map((_, index) => [`f${index}`]),
    );
    expect(read.sort()).toEqual(['tree-sitter-c.wasm', 'tree-sitter-python.wasm']);
  });

  it('tries again after a grammar could not be read', async () => {
    let tries = 0;
    const flaky = openSyntax({
      languages,
      readGrammar: async (file) => {
        tries += 1;
        if (tries === 1) throw new Error('busy');
        return readGrammarFile(file);
      },
    });

    await expect(flaky.outline({ path: 'a.py', text: 'f()' })).rejects.toThrow('busy');
    expect((await flaky.outline({ path: 'a.py', text: 'f()' })).calls).toHaveLength(1);
  });

  it('gives up on a text that is too large', async () => {
    const small = openSyntax({ languages, limits: { maxLength: 10 } });

    const { faults, language } = await small.outline({ path: 'a.py', text: 'x = 1234567' });

    expect(language).toBe('python');
    expect(faults.map(({ message }) => message)).toEqual([
      'The file is too large to be parsed: 11 characters where 10 are allowed.',
    ]);
  });

  it('gives up on code that takes too long', async () => {
    let clockMs = 0;
    const hurried = openSyntax({
      languages,
      limits: { timeoutMs: 5 },
      now: () => {
        clockMs += 4;
        return clockMs;
      },
    });

    const { faults } = await hurried.outline({ path: 'a.py', text: 'x = [1, 2, 3]\n'.repeat(20_000) });

    expect(faults.map(({ message }) => message)).toEqual(['The file could not be parsed within 5 ms.']);
  });

  it('parses the next file properly after it gave up on one', async () => {
    let isLate = true;
    let clockMs = 0;
    const hurried = openSyntax({
      languages,
      limits: { timeoutMs: 5 },
      now: () => {
        clockMs += isLate ? 4 : 0;
        return clockMs;
      },
    });
    await hurried.outline({ path: 'a.py', text: 'x = [1, 2, 3]\n'.repeat(20_000) });
    isLate = false;

    const { faults, calls } = await hurried.outline({ path: 'a.py', text: 'f(1)\n' });

    expect({ faults, calls: calls.length }).toEqual({ faults: [], calls: 1 });
  });

  it.each(['py', 'js', 'c'])('survives 200,000 nested brackets in .%s', async (ending) => {
    const text = `x = ${'('.repeat(200_000)}1${')'.repeat(200_000)};\n`;

    const { faults } = await syntax.outline({ path: `a.${ending}`, text });

    expect(faults).not.toEqual([]);
    expect(await syntax.neutralise({ path: `a.${ending}`, text: `// x` })).toHaveLength(4);
  });

  it('reads deep nesting of the kind that people write', async () => {
    const sum = `const x = 1${' + 1'.repeat(3000)};\n`;
    const chain = `${'if (a) { b(); } else '.repeat(1000)}{ c(); }\n`;

    expect((await syntax.outline({ path: 'a.js', text: sum })).faults).toEqual([]);
    expect((await syntax.outline({ path: 'a.js', text: chain })).conditions).toHaveLength(1000);
  });

  it('takes functions within functions within functions in its stride', async () => {
    const text = `${'function f() { return '.repeat(2000)}1${'; }'.repeat(2000)}`;

    const { functions } = await syntax.outline({ path: 'a.js', text });

    expect(functions).toHaveLength(2000);
    expect(functions[0]).toMatchObject({ isPublic: true, statements: 2000 });
  });

  it('reads a minified file', async () => {
    const text = `(()=>{${'var a=b(1),c=d?e(2):f;if(!a)throw new Error("g");'.repeat(2000)}})();`;

    const { faults, calls, conditions } = await syntax.outline({ path: 'a.js', text });

    expect(faults).toEqual([]);
    expect(calls).toHaveLength(3 * 2000 + 1);
    expect(conditions.filter(({ leaves }) => leaves)).toHaveLength(2000);
  });

  it('reports at most 20 faults', async () => {
    const { faults } = await syntax.outline({ path: 'a.c', text: 'int x = = 1;\n'.repeat(100) });

    expect(faults).toHaveLength(20);
  });

  it('shows an error over many lines by its first', async () => {
    const { faults } = await syntax.outline({ path: 'a.js', text: 'const a = {\n  b: [1,\n  c: 2\n' });

    expect(faults).not.toEqual([]);
    expect(faults.every(({ span }) => span.startLine === span.endLine)).toBe(true);
  });

  it('never throws on any text, and neutralises it to the same length and lines', async () => {
    const pieces = fc.constantFrom(
      '#',
      '//',
      '/*',
      '*/',
      '"""',
      "'",
      '"',
      '`',
      '\n',
      '\r\n',
      ' ',
      '{',
      '}',
      '(',
      ')',
      'def f():',
      'if x:',
      'return',
      '...',
      '#define A ',
      '\\',
      '🙂',
      '\u2028',
      '\0',
      'word',
      '=',
      ';',
    );
    const files = fc.record({
      path: fc.constantFrom('a.py', 'a.js', 'a.c', 'a.cpp', 'a.ts'),
      text: fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    });

    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const outline = await syntax.outline(file);
        const neutral = await syntax.neutralise(file);

        expect(outline.faults.length).toBeLessThanOrEqual(20);
        expect(neutral).toHaveLength(file.text.length);
        expect(neutral.replace(/[^\r\n\u2028]/g, '')).toBe(file.text.replace(/[^\r\n\u2028]/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('neutralises to a fixed point', async () => {
    const text = '"""Doc."""\n# c\ndef f():\n    "d"\n    return "e"  # f\n';
    const once = await syntax.neutralise({ path: 'a.py', text });

    expect(await syntax.neutralise({ path: 'a.py', text: once })).toBe(once);
  });
});

describe('readGrammarFile', () => {
  it('says what to do when a grammar is not there', async () => {
    const reading = readGrammarFile('tree-sitter-none.wasm');

    await expect(reading).rejects.toBeInstanceOf(SecCodeError);
    await expect(reading).rejects.toMatchObject({
      code: 'LANGUAGE_UNSUPPORTED',
      message: "The grammar 'tree-sitter-none.wasm' cannot be read.",
    });
  });
});
