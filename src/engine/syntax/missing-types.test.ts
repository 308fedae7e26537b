import { describe, expect, it } from 'vitest';
import { missingTypes } from './missing-types.ts';

describe('missingTypes', () => {
  it.each([
    ['at the start', 'parse(const char *text, int n)\n{\n}\n', [0]],
    ['after a body', 'int f(void) {\n}\nmain() {\n}\n', [16]],
    ['after a directive and a comment', '#define A 1\nfirst(int a) {\n}\n/* second */\nsecond(int a) {\n}\n', [12, 42]],
    ['of a macro that stands for a head', 'HANDLER(open) {\n}\n', [0]],
  ])('finds a function without a type %s', (_, code, offsets) => {
    expect(missingTypes(code)).toEqual(offsets);
  });

  it.each([
    ['its type is on the line before', 'static int\nparse (int n)\n{\n}\n'],
    ['it is a call', 'int f(void);\nf(1);\n'],
    ['it is a statement', 'if (a) {\n}\n'],
    ['it is inside of something', 'int f(void) {\n  g(1) {\n}\n}\n'],
    ['the brackets never close', 'parse(int n {\n}\n'],
  ])('finds none where %s', (_, code) => {
    expect(missingTypes(code)).toEqual([]);
  });
});
