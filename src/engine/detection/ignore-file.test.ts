import { describe, expect, it } from 'vitest';
import { readIgnoreFile } from './ignore-file.ts';

describe('readIgnoreFile', () => {
  const file = readIgnoreFile(
    '\uFEFF# generated\r\nbuild/\r\n*.min.js\r\n!keep.min.js\r\n/only-at-root.py\r\nsrc/**/fixtures\r\n',
  );

  it.each([
    ['build/a/b.js', true],
    ['src/build/a.js', true],
    ['web/a.min.js', true],
    ['web/keep.min.js', false],
    ['only-at-root.py', true],
    ['src/only-at-root.py', false],
    ['src/a/b/fixtures/x.py', true],
    ['src/main.py', false],
    ['# generated', false],
  ])('says of %s: %s', (path, expected) => {
    expect(file.ignores(path)).toBe(expected);
  });

  it.each(['../a.py', '/a.py', ''])('does not ignore what is not in the folder: %s', (path) => {
    expect(readIgnoreFile('*').ignores(path)).toBe(false);
  });

  it('ignores nothing when it is empty', () => {
    expect(readIgnoreFile('').ignores('a.py')).toBe(false);
  });

  it('refuses patterns that would take hours to match, and names them', () => {
    const { ignores, refused } = readIgnoreFile(`*.log\n${'*a'.repeat(30)}\n${'b'.repeat(501)}\n`);

    expect(refused).toEqual([
      { line: 2, reason: 'The pattern has more than 5 wildcards.' },
      { line: 3, reason: 'The pattern is longer than 500 characters.' },
    ]);
    expect(ignores('a'.repeat(200))).toBe(false);
    expect(ignores('x.log')).toBe(true);
  });
});
