import { describe, expect, it } from 'vitest';
import { fixedBy } from '#testing/fix-fixture.ts';
import { rule } from './rule.ts';

describe('a test for null leaves as the function does', () => {
  it.each([
    ['nothing', 'void f(void)', '', 'return;'],
    ['a pointer', 'static char *f(void)', '', 'return NULL;'],
    ['main', 'int main(void)', '', 'return 1;'],
    ['what it says of other errors', 'int f(int n)', 'if (n < 0) return -EINVAL;', 'return -EINVAL;'],
    ['the same, of a pointer', 'void *f(char *s)', 'if (s == NULL) { return MISSING; }', 'return MISSING;'],
  ])('%s', async (_, head, first, failure) => {
    const code = (check: string): string =>
      `${head} {\n    ${first}\n    char *p = (char *)malloc(8);${check}\n    p[0] = 1;\n    keep(p);\n}\n`;
    expect(await fixedBy(rule, 'main.c', code(''))).toBe(code(`\n    if (p == NULL) {\n        ${failure}\n    }`));
  });
});

describe('no test is offered', () => {
  it.each([
    ['where nothing says how the function fails', 'int f(void) {\n  char *p = malloc(8);\n  p[0] = 1;\n  keep(p);\n}'],
    [
      'where it fails in two ways',
      'int f(int n) {\n  if (n < 0) return -1;\n  if (!n) return -2;\n  char *p = malloc(8);\n  p[0] = 1;\n  keep(p);\n}',
    ],
    [
      'where something was taken before',
      'void f(void) {\n  lock();\n  char *p = malloc(8);\n  p[0] = 1;\n  keep(p);\n}',
    ],
    [
      'where something else has to be given back',
      'void f(char *s) {\n  char *p = malloc(8);\n  p[0] = 1;\n  keep(p);\n  free(s);\n}',
    ],
    ['in a loop', 'void f(int n) {\n  while (n--) {\n    char *p = malloc(8);\n    p[0] = 1;\n    keep(p);\n  }\n}'],
    [
      'where the function has a way out of its own',
      'void f(int n) {\n  char *p = malloc(8);\n  p[0] = 1;\n  if (n) goto out;\n  keep(p);\nout:\n  return;\n}',
    ],
    [
      'where there is no block',
      'void f(int n) {\n  char *p = NULL;\n  if (n)\n    p = malloc(8);\n  else\n    return;\n  p[0] = 1;\n  keep(p);\n}',
    ],
    ['among other declarations', 'void f(void) {\n  char *p = malloc(8), q = 0;\n  p[0] = q;\n  keep(p);\n}'],
    ['for what is made larger', 'void f(char *s) {\n  char *p = realloc(s, 8);\n  p[0] = 1;\n  keep(p);\n}'],
    ['for what is looked up', 'void f(char *s) {\n  char *p = strchr(s, 8);\n  p[0] = 1;\n  keep(p);\n}'],
  ])('%s', async (_, code) => {
    expect(await fixedBy(rule, 'main.c', code)).toBeUndefined();
  });
});
