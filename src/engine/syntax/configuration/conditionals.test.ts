import { describe, expect, it } from 'vitest';
import { conditionalsIn } from './conditionals.ts';

const bodiesOf = (text: string) =>
  conditionalsIn(text).map(({ branches, isUneven }) => ({
    says: branches.map(({ says }) => says),
    bodies: branches.map(({ body }) => text.slice(body.start, body.end).trim()),
    isUneven,
  }));

describe('conditionalsIn', () => {
  it('gives the branches of a condition, inner ones first', () => {
    expect(bodiesOf('#ifdef A\nint a;\n#if B > 1\nint b;\n#elif C\nint c;\n#else\nint d;\n#endif\n#endif\n')).toEqual([
      { says: ['if B > 1', 'elif C', 'else'], bodies: ['int b;', 'int c;', 'int d;'], isUneven: false },
      {
        says: ['ifdef A'],
        bodies: ['int a;\n#if B > 1\nint b;\n#elif C\nint c;\n#else\nint d;\n#endif'],
        isUneven: false,
      },
    ]);
  });

  it.each([
    ['a half of a statement', '#ifdef A\nif (a) {\n#else\nif (b) {\n#endif\n}', true],
    ['an end before a beginning', '#ifdef A\n} else {\n#endif', true],
    ['half of a call', 'f(\n#ifdef A\n1)\n#else\n2)\n#endif\n;', true],
    ['a half inside of another condition', '#ifdef A\n#ifdef B\n{\n#endif\n#endif', true],
    ['brackets in strings, characters and comments', `#if A\nf("{", '(', 0); // {\n/* { */\n#endif`, false],
    ['an apostrophe that is no quote', `#if A\nint n = 1'000; g();\n#endif`, false],
  ])('tells whether brackets match: %s', (_, text, isUneven) => {
    expect(conditionalsIn(text).at(-1)?.isUneven).toBe(isUneven);
  });

  it('takes no directive from a comment or the middle of a line, and heeds lines that go on', () => {
    expect(conditionalsIn('/*\n#if A\n#endif\n*/ int x; #if B\n')).toEqual([]);
    expect(bodiesOf('#if A && \\\n B\nint a;\n#endif')).toEqual([
      { says: ['if A && \\\n B'], bodies: ['int a;'], isUneven: false },
    ]);
  });

  it('leaves out what has no end or no beginning', () => {
    expect(conditionalsIn('#endif\n#else\n#if A\nint a;')).toEqual([]);
    expect(conditionalsIn('#if A\n/* never closed\n#endif')).toEqual([]);
  });
});
