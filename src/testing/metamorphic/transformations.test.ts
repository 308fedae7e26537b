import { describe, expect, it } from 'vitest';
import { extensions } from '#apps/compose.ts';
import { rewrite } from './rewrite.ts';
import type { Grammar } from './transformation.ts';
import { transformations } from './transformations.ts';

const ENDINGS: Readonly<Record<Grammar, string>> = { python: 'py', javascript: 'ts', c: 'c', java: 'java', go: 'go' };

/** What each transformation makes of a short program; `undefined` where it leaves it alone. */
async function transformed(name: string, grammar: Grammar, text: string): Promise<string | undefined> {
  const transformation = transformations.find((one) => one.name === name);
  const syntax = await extensions.syntax();
  const outcome = await syntax.tree({ path: `a.${ENDINGS[grammar]}`, text });
  if (transformation === undefined || !('tree' in outcome)) throw new Error(`${name} cannot be tried.`);
  const changes = transformation.changes({
    grammar,
    tree: outcome.tree,
    isAlone: true,
    meaningfulNames: new Set(['request']),
  });
  return changes.length === 0 ? undefined : rewrite(text, changes).text;
}

describe('transformations', () => {
  it.each([
    {
      name: 'renames what the file itself names',
      from: 'def load(request, path):\n    name = path\n    return f(name=name, x=path)\n',
      to: 'def renamed1(request, renamed2):\n    name = renamed2\n    return f(name=name, x=renamed2)\n',
    },
    {
      name: 'imports under other names',
      from: 'import os\nfrom a import b\nos.system(b)\n',
      to: 'import os as imported1\nfrom a import b as imported2\nimported1.system(imported2)\n',
    },
    {
      name: 'puts a comment and a blank line before every statement',
      from: 'if x:\n    y()\n',
      to: '\n# Next step.\nif x:\n\n    # Next step.\n    y()\n',
    },
    {
      name: 'reverses neighbouring top-level functions',
      from: 'def a():\n    pass\n\n@x\ndef b():\n    pass\n',
      to: '@x\ndef b():\n    pass\n\ndef a():\n    pass\n',
    },
    { name: 'reverses neighbouring top-level functions', from: 'def a(): pass\n@a\ndef b(): pass\n', to: undefined },
    {
      name: 'puts arguments into variables first',
      from: 'def a(x):\n    return run("ls " + x, shell=True)\n',
      to: 'def a(x):\n    extracted1 = ("ls " + x)\n    extracted2 = (True)\n    return run(extracted1, shell=extracted2)\n',
    },
    {
      name: 'puts the program into a function and calls it',
      from: 'import os\nx = """a\nb"""\nos.system(x)\n',
      to: 'import os\ndef wrapped_program():\n    x = """a\nb"""\n    os.system(x)\n\n\nwrapped_program()\n',
    },
    {
      name: 'puts the body of every function into another block',
      from: 'def a():\n    x()\n    y()\n',
      to: 'def a():\n    if True:\n        x()\n        y()\n',
    },
    { name: 'writes strings in the other quotes', from: 'x = "a" + \'b\' + "c\'"\n', to: 'x = \'a\' + "b" + "c\'"\n' },
    { name: 'puts arguments in brackets', from: 'f(g(x), y=1)\n', to: 'f((g((x))), y=(1))\n' },
    { name: 'puts every argument on a line of its own', from: 'f(x, 1)\n', to: 'f(\n        x,\n         1)\n' },
    { name: 'writes format strings with %', from: 'x = f"5%{y.z}{{}}"\n', to: 'x = ("5%%%s{}" % (y.z,))\n' },
    { name: 'writes format strings with format()', from: 'x = f"5%{y.z}{{}}"\n', to: 'x = "5%{}{{}}".format(y.z)\n' },
    { name: 'writes format strings with +', from: 'x = f"5%{y.z}{{}}"\n', to: 'x = ("5%" + str(y.z) + "{}")\n' },
    { name: 'writes format strings with +', from: 'x = f"{y:>10}"\n', to: undefined },
    { name: 'writes % and format() as format strings', from: 'x = "a%s" % (y,)\n', to: 'x = f"a{y}"\n' },
    { name: 'writes % and format() as format strings', from: 'x = "a{}{}".format(y, z)\n', to: 'x = f"a{y}{z}"\n' },
    { name: 'writes % and format() as format strings', from: 'x = "a%d" % (y,)\n', to: undefined },
  ])('$name: $from', async ({ name, from, to }) => {
    expect(await transformed(name, 'python', from)).toBe(to);
  });

  it.each([
    {
      name: 'renames what the file itself names',
      from: 'function load(request, path) { const {a} = path; return {a, path}; }\nexport function kept(b) {}\n',
      to: 'function renamed1(request, renamed2) { const {a: renamed3} = renamed2; return {a: renamed3, path: renamed2}; }\nexport function kept(renamed4) {}\n',
    },
    {
      name: 'imports under other names',
      from: "import fs, { join } from 'fs';\nfs.read(join(x));\n",
      to: "import imported1, { join as imported2 } from 'fs';\nimported1.read(imported2(x));\n",
    },
    {
      name: 'puts arguments into variables first',
      from: 'function a(x) {\n  exec(`ls ${x}`, x);\n}\n',
      to: 'function a(x) {\n  const extracted1 = `ls ${x}`;\n  exec(extracted1, x);\n}\n',
    },
    {
      name: 'puts the program into a function and calls it',
      from: "import a from 'a';\na(1);\n",
      to: "import a from 'a';\nfunction wrappedProgram() {\na(1);\n\n}\n\nwrappedProgram();\n",
    },
    { name: 'puts the program into a function and calls it', from: 'export const a = 1;\n', to: undefined },
    {
      name: 'puts the body of every function into another block',
      from: 'function a() { b(); }',
      to: 'function a() { { b(); } }',
    },
    { name: 'writes templates with +', from: 'x = `a${b + 1}c`;\n', to: "x = ('' + 'a' + (b + 1) + 'c');\n" },
    { name: 'writes templates with +', from: 'x = tag`a${b}`;\n', to: undefined },
    { name: 'writes + as templates', from: 'x = \'a\' + b + "c";\n', to: 'x = `a${b}c`;\n' },
    { name: 'writes + as templates', from: "x = b + 'c';\n", to: undefined },
  ])('$name: $from', async ({ name, from, to }) => {
    expect(await transformed(name, 'javascript', from)).toBe(to);
  });
});

describe('transformations of languages with braces and types', () => {
  const NAMES = {
    unused: 'adds what is not needed to every function',
    brackets: 'puts values of variables in brackets',
    loops: 'writes for loops as while loops',
    tests: 'turns tests around',
    arguments: 'gives arguments names of their own first',
    variables: 'renames local variables',
    split: 'declares variables before they are set',
    swap: 'swaps neighbouring declarations',
    blocks: 'puts the body of every function into another block',
    comments: 'puts a comment and a blank line before every statement',
  };
  const inC = (body: string): string => `void f(char *p) {${body}}`;
  const inJava = (body: string): string => `class A { void f(String p) {${body}} }`;
  const inGo = (body: string): string => `package a\nfunc f(p string) {${body}}\n`;

  it.each([
    [NAMES.unused, 'c', inC(' g(p); '), inC(' int unneeded = 0; if (unneeded > 0) { unneeded++; } g(p); ')],
    [NAMES.unused, 'go', inGo(' g(p) '), inGo(' unneeded := 0; if unneeded > 0 { unneeded++ }; g(p) ')],
    [NAMES.brackets, 'c', inC(' char *q = p; q = p; '), inC(' char *q = (p); q = (p); ')],
    [NAMES.brackets, 'java', inJava(' final int q = 1; '), undefined],
    [NAMES.brackets, 'go', inGo(' q := p '), inGo(' q := (p) ')],
    [
      NAMES.loops,
      'c',
      inC(' for (int i = 0; i < 3; i++) { g(i); } '),
      inC(' { int i = 0; while (i < 3) { g(i); ; i++; } } '),
    ],
    [NAMES.loops, 'java', inJava(' for (int i = 0; i < 3; i++) { continue; } '), undefined],
    [NAMES.loops, 'go', inGo(' for i := 0; i < 3; i++ {\n g(i)\n} '), inGo(' { i := 0; for i < 3 {\n g(i)\ni++; } } ')],
    [NAMES.loops, 'go', inGo(' for _, x := range p { g(x) } '), undefined],
    [NAMES.tests, 'java', inJava(' if (a) { b(); } else { c(); } '), inJava(' if (!(a)) { c(); } else { b(); } ')],
    [NAMES.tests, 'c', inC(' if (a) { b(); } '), inC(' if (!(a)) { } else { b(); } ')],
    [NAMES.tests, 'go', inGo(' if a { b() } else if c { d() } '), inGo(' if a { b() } else if !(c) { } else { d() } ')],
    [NAMES.arguments, 'go', inGo(' g("a" + p, p) '), inGo(' named1 := "a" + p; g(named1, p) ')],
    [NAMES.arguments, 'java', inJava(' g(h(p)); '), inJava(' var named1 = h(p); g(named1); ')],
    [NAMES.variables, 'c', inC(' char *q = p; s->q = q; r(q); '), undefined],
    [NAMES.variables, 'c', inC(' char *q = p; r(q, p); '), inC(' char *renamed1 = p; r(renamed1, p); ')],
    [NAMES.variables, 'go', inGo(' q := p; request := 1; r(q) '), inGo(' renamed1 := p; request := 1; r(renamed1) ')],
    [NAMES.variables, 'java', inJava(' int q = 1; r(q); '), inJava(' int renamed1 = 1; r(renamed1); ')],
    [NAMES.split, 'c', inC(' char *q = p; char r[2] = "a"; '), inC(' char *q; q = p; char r[2] = "a"; ')],
    [NAMES.split, 'java', inJava(' String q = p; '), inJava(' String q; q = p; ')],
    [NAMES.split, 'go', inGo(' q := p; a, b := c() '), inGo(' var q = p; a, b := c() ')],
    [NAMES.swap, 'c', inC(' int a = 1; int b = 2; '), inC(' int b = 2; int a = 1; ')],
    [NAMES.swap, 'c', inC(' int a = 1; int b = a; int c = g(); '), undefined],
    [NAMES.blocks, 'go', inGo(' g(p) '), inGo(' { g(p) } ')],
    [
      NAMES.comments,
      'java',
      'class A {\n  int a;\n}\n',
      '\n// Next step.\nclass A {\n\n  // Next step.\n  int a;\n}\n',
    ],
  ] satisfies readonly (readonly [string, Grammar, string, string | undefined])[])(
    '%s in %s: %s',
    async (name, grammar, from, to) => {
      expect(await transformed(name, grammar, from)).toBe(to);
    },
  );
});

describe('rewrite', () => {
  it('knows where everything stood before', () => {
    const { text, oldOffset } = rewrite('one two three', [
      { at: { start: 0, end: 3 }, newText: 'three', from: { start: 8, end: 13 } },
      { at: { start: 8, end: 13 }, newText: 'one', from: { start: 0, end: 3 } },
    ]);

    expect(text).toBe('three two one');
    expect([0, 2, 6, 10].map(oldOffset)).toEqual([8, 10, 4, 0]);
  });

  it('refuses changes that overlap', () => {
    const at = { start: 0, end: 2 };

    expect(() =>
      rewrite('abc', [
        { at, newText: 'x' },
        { at, newText: 'y' },
      ]),
    ).toThrow('overlap');
  });
});
