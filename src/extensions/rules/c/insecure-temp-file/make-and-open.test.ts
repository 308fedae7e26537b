import { describe, expect, it } from 'vitest';
import { fixedBy } from '#testing/fix-fixture.ts';
import { rule } from './rule.ts';

const program = (lines: string): string => `int f(char *path, FILE **file) {\n  int fd;\n  ${lines}\n  return fd;\n}\n`;

describe('a file is made and opened in one step', () => {
  it.each([
    ['mktemp(path);\n  fd = open(path, O_CREAT | O_EXCL | O_RDWR, 0600);', 'fd = mkstemp(path);'],
    [
      'mktemp(path);\n  if ((fd = open(path, O_CREAT | O_RDWR, 0600)) < 0) return 1;',
      'if ((fd = mkstemp(path)) < 0) return 1;',
    ],
    ['fd = open(mktemp(path), O_CREAT, S_IRUSR | S_IWUSR);', 'fd = mkstemp(path);'],
    ['mktemp(path);\n  FILE *to = fopen(path, "wb+");', 'FILE *to = fdopen(mkstemp(path), "wb+");'],
    ['FILE *to = fopen(tmpnam(NULL), "w+");', 'FILE *to = tmpfile();'],
  ])('%s', async (lines, fixed) => {
    expect(await fixedBy(rule, 'main.c', program(lines))).toBe(program(fixed));
  });
});

describe('no such fix is offered', () => {
  it.each([
    ['when others may read the file', 'mktemp(path);\n  fd = open(path, O_CREAT | O_RDWR, 0644);'],
    ['when the file is opened in another way', 'mktemp(path);\n  fd = open(path, O_CREAT | O_APPEND, 0600);'],
    ['when the file is there already', 'mktemp(path);\n  fd = open(path, O_RDWR, 0600);'],
    ['when something is done before', 'mktemp(path);\n  puts(path);\n  fd = open(path, O_CREAT, 0600);'],
    ['when the name is kept', 'path = mktemp(path);\n  fd = open(path, O_CREAT, 0600);'],
    ['when another file is opened', 'mktemp(path);\n  fd = open(other, O_CREAT, 0600);'],
    ['when there is no block', 'if (fd)\n    mktemp(path);\n  fd = open(path, O_CREAT, 0600);'],
    ['when the name is known', 'FILE *to = fopen(tmpnam(path), "w+");'],
  ])('%s', async (_, lines) => {
    expect(await fixedBy(rule, 'main.c', program(lines))).toBeUndefined();
  });
});
