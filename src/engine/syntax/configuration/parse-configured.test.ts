import { describe, expect, it } from 'vitest';
import { language as c } from '../../../extensions/languages/c/language.ts';
import { language as cpp } from '../../../extensions/languages/cpp/language.ts';
import { openSyntax } from '../open-syntax.ts';
import { endOf, startOf, typeOf } from '../tree.ts';

async function read(text: string, path = 'a.c') {
  const syntax = openSyntax({ languages: [c, cpp] });
  const outcome = await syntax.tree({ path, text });
  if (!('tree' in outcome)) throw new Error(outcome.problem);
  const { tree, code, leftOut = [] } = outcome;
  const nodes = Array.from({ length: tree.size }, (_, node) => node);
  return {
    code,
    faults: (await syntax.outline({ path, text })).faults.length,
    leftOut: leftOut.map(({ start, end }) => text.slice(start, end).trim()),
    of: (type: string) =>
      nodes
        .filter((node) => typeOf(tree, node) === type)
        .map((node) => text.slice(startOf(tree, node), endOf(tree, node))),
  };
}

describe('parseConfigured', () => {
  it('keeps one branch of a condition around half of a statement, and tells what it left out', async () => {
    const text =
      'int f(int a) {\n#ifdef FAST\n  if (a > 3) {\n#else\n  if (a > 4) {\n#endif\n    g(a);\n  }\n  return 0;\n}\n';
    const { of, leftOut, faults, code } = await read(text);
    expect(of('function_definition')).toEqual([text.trim()]);
    expect(of('if_statement')).toEqual(['if (a > 3) {\n#else\n  if (a > 4) {\n#endif\n    g(a);\n  }']);
    expect(leftOut).toEqual(['if (a > 4) {']);
    expect(faults).toBe(0);
    expect(code).toHaveLength(text.length);
    expect(code).not.toContain('a > 4');
  });

  it('leaves a text alone that parses with all its branches', async () => {
    const { of, leftOut } = await read(
      '#ifdef A\nint f(void) { return 1; }\n#else\nint f(void) { return 2; }\n#endif\n',
    );
    expect(of('function_definition')).toHaveLength(2);
    expect(leftOut).toEqual([]);
  });

  it('reads what C++ wraps in C', async () => {
    const text = '#ifdef __cplusplus\nextern "C" {\n#endif\nint f(void);\n#ifdef __cplusplus\n}\n#endif\n';
    expect(await read(text)).toMatchObject({ faults: 0, leftOut: [] });
    expect(await read(text, 'a.cpp')).toMatchObject({ faults: 0, leftOut: [] });
  });

  it('reads past text that is never compiled, and tells of it', async () => {
    const { of, leftOut, faults } = await read(
      'int a;\n#if 0\nfor each x { do this }}}\n#endif\nint f(void) { return a; }\n',
    );
    expect(of('function_definition')).toEqual(['int f(void) { return a; }']);
    expect([leftOut, faults]).toEqual([['for each x { do this }}}'], 0]);
  });

  it('reads declarations with macros that nobody explains', async () => {
    const text =
      'EXPORTED const item *first(void) {\n  return 0;\n}\nstatic ALIGNED struct pair { int a; } both = { 1 };\n';
    const { of, leftOut, faults } = await read(text);
    expect(of('function_definition')).toEqual(['const item *first(void) {\n  return 0;\n}']);
    expect(of('struct_specifier')).toEqual(['struct pair { int a; }']);
    expect([leftOut, faults]).toEqual([[], 0]);
  });

  it('tells of statements in the brackets of a macro that it left out', async () => {
    const { leftOut, faults } = await read('int f(int a) {\n  WHEN_BAD( return system("x"); );\n  return a;\n}\n');
    expect(leftOut).toEqual(['WHEN_BAD( return system("x"); )']);
    // It may be a slip as well as a macro.
    expect(faults).toBeGreaterThan(0);
  });

  it('still tells of what no configuration mends', async () => {
    const { faults } = await read('int f(int a) {\n#ifdef A\n  g(a);\n#endif\n  if (a > ) {\n}\n');
    expect(faults).toBeGreaterThan(0);
  });

  it.each([
    [
      'a condition behind a comment',
      'void f(int a) {\n#if 0 /* */ || 1\n if (a) {\n  CODE\n#else\n {\n#endif\n }\n}\n',
    ],
    [
      'a macro of the file itself',
      '#define _WINDOWS\nvoid f(int a) {\n#ifdef _WINDOWS\n CODE\n if (a) {\n#else\n {\n#endif\n }\n}\n',
    ],
    ['a directive in pieces', 'void f(int a) {\n#if 0\n if (a {\n#el\\\nse\n CODE\n#endif\n}\n'],
    ['a directive behind a comment', 'void f(int a) {\n#if 0\n if (a {\n/**/#else\n CODE\n#endif\n}\n'],
    [
      'a directive in a comment that goes on',
      'void f(int a) {\n// note \\\n#if 0\n CODE\n// note \\\n#endif\n if (a {\n}\n',
    ],
    ['a comment that is none', 'void f(int a) {\n#ifdef __cplusplus\n if (a) {\n#endif // /*\n CODE /* x */\n}\n'],
    ['a macro with code in its brackets', 'void f(int a) {\n int x = a AND_THEN(CODE\n);\n}\n'],
    ['a call behind a forgotten sign', 'void f(int a) {\n int x = a\n RUN(CODE\n);\n}\n'],
    [
      'a fault elsewhere',
      'void g(int a) {\n if (a [) {}\n}\nvoid f(int a) {\n#ifdef A\n if (a) {\n#else\n CODE\n if (a > 2) {\n#endif\n }\n}\n',
    ],
  ])('never leaves code out without a word: %s', async (_, text) => {
    const code = 'system(getenv("CMD"));';
    const written = text.replace('CODE', code);
    const { leftOut, of, faults } = await read(written);
    const isRead = of('call_expression').some((call) => call.startsWith('system'));
    expect(isRead || leftOut.some((one) => one.includes('system')) || faults > 0).toBe(true);
  });

  it.each([
    'int f(void) {\n  printf("hello"; 3);\n  return 0;\n}\n',
    'void f(char *p) {\n  int y = 3\n  FREE(p);\n}\n',
  ])('takes no slip for a macro: %j', async (text) => {
    expect((await read(text)).faults).toBeGreaterThan(0);
  });
});
