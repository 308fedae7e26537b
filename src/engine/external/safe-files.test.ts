import { describe, expect, it } from 'vitest';
import { safeFiles } from './safe-files.ts';

const at = (...paths: readonly string[]) => safeFiles(paths.map((path) => ({ path, text: path })));

describe('safe files', () => {
  it('keep safe paths, so that they find each other', () => {
    expect(at('src/a.c', 'src/lib/x-y.h').placed.map(({ path }) => path)).toEqual([
      'code/src/a.c',
      'code/src/lib/x-y.h',
    ]);
  });

  it.each([
    ['-include.c', '.c'],
    ['a b.c', '.c'],
    ['a\nb.c', '.c'],
    ['über.py', '.py'],
    ['@arguments.c', '.c'],
    ['$(id).c', '.c'],
    ['.clang-tidy', ''],
    ['..', ''],
    [`${'a'.repeat(300)}.c`, '.c'],
  ])('give %j a neutral name', (path, ending) => {
    const { placed, fileAt } = at(path);

    expect(placed[0]?.path).toBe(`code/neutral-1${ending}`);
    expect(fileAt(`code/neutral-1${ending}`)?.path).toBe(path);
  });

  it('replace an unsafe folder everywhere by the same, and never by one that is there', () => {
    expect(at('a b/x.c', 'a b/y.c', 'neutral-1/x.c', '.local/z.py').placed.map(({ path }) => path)).toEqual([
      'code/neutral-2/x.c',
      'code/neutral-2/y.c',
      'code/neutral-1/x.c',
      'code/neutral-3/z.py',
    ]);
  });

  it('hold a file and a folder of one name', () => {
    expect(at('a.c', 'a.c/b.c').placed.map(({ path }) => path)).toEqual(['code-0/file.c', 'code/a.c/b.c']);
  });

  it('know their files by every spelling of a path, and no others', () => {
    const { fileAt } = at('a/b.h', 'c.c');

    expect(fileAt('./code/a/../c.c')?.path).toBe('c.c');
    expect(fileAt('/work-1/code/a/b.h', '/work-1')?.path).toBe('a/b.h');
    expect(fileAt('/usr/include/stdio.h', '/work-1')).toBeUndefined();
    expect(fileAt('c.c')).toBeUndefined();
  });

  it('write what the detector makes of a text', () => {
    expect(safeFiles([{ path: 'a.c', text: 'x' }], ({ text }) => text.toUpperCase()).files).toEqual([
      { path: 'code/a.c', content: 'X' },
    ]);
  });
});
