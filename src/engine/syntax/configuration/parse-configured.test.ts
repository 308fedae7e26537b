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

  it('reads past text that is never compiled', async () => {
    const { of, leftOut, faults } = await read(
      'int a;\n#if 0\nfor each x { do this }}}\n#endif\nint f(void) { return a; }\n',
    );
    expect(of('function_definition')).toEqual(['int f(void) { return a; }']);
    expect([leftOut, faults]).toEqual([[], 0]);
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
    expect(faults).toBe(0);
  });

  it('still tells of what no configuration mends', async () => {
    const { faults } = await read('int f(int a) {\n#ifdef A\n  g(a);\n#endif\n  if (a > ) {\n}\n');
    expect(faults).toBeGreaterThan(0);
  });
});
