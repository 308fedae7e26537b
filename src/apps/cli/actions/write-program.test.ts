import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProgram } from './write-program.ts';

const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'seccode-write-'));

describe('writeProgram', () => {
  it('writes each file into its folder', async () => {
    const folder = join(freshFolder(), 'out');

    await writeProgram({
      files: [
        { path: 'src/a.py', text: 'a' },
        { path: 'b.py', text: 'b' },
      ],
      folder,
      mayReplace: false,
    });

    expect(readFileSync(join(folder, 'src/a.py'), 'utf8')).toBe('a');
    expect(readdirSync(folder).toSorted()).toEqual(['b.py', 'src']);
  });

  it('replaces nothing unless it may', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.py'), 'mine');
    const files = [
      { path: 'new.py', text: 'n' },
      { path: 'a.py', text: 'theirs' },
    ];

    await expect(writeProgram({ files, folder, mayReplace: false })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(existsSync(join(folder, 'new.py'))).toBe(false);
    await writeProgram({ files, folder, mayReplace: true });
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe('theirs');
  });

  it('keeps the rights of a file that it replaces, and replaces none that has changed', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'run.py'), 'old', { mode: 0o755 });
    const write = (was: string, text: string): Promise<unknown> =>
      writeProgram({
        files: [{ path: 'run.py', text }],
        folder,
        mayReplace: true,
        expected: [{ path: 'run.py', text: was }],
      });

    await write('old', 'new');
    await expect(write('old', 'newer')).rejects.toMatchObject({ code: 'INPUT_INVALID' });

    expect(readFileSync(join(folder, 'run.py'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'run.py')).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder)).toEqual(['run.py']);
  });

  it.each(['../a.py', '/tmp/seccode-outside.py', 'x/../../a.py'])('refuses %s and writes nothing', async (path) => {
    const folder = freshFolder();

    const writing = writeProgram({
      files: [
        { path: 'good.py', text: 'g' },
        { path, text: 'x' },
      ],
      folder,
      mayReplace: true,
    });

    await expect(writing).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('follows no link out of the folder', async () => {
    const outside = freshFolder();
    const folder = freshFolder();
    symlinkSync(outside, join(folder, 'src'));
    mkdirSync(join(folder, 'lib'));
    symlinkSync(join(outside, 'target.py'), join(folder, 'lib/a.py'));

    await expect(
      writeProgram({ files: [{ path: 'src/a.py', text: 'x' }], folder, mayReplace: true }),
    ).rejects.toMatchObject({
      code: 'PATH_REFUSED',
    });
    await expect(
      writeProgram({ files: [{ path: 'lib/a.py', text: 'x' }], folder, mayReplace: true }),
    ).rejects.toMatchObject({
      code: 'PATH_REFUSED',
    });
    expect(readdirSync(outside)).toEqual([]);
  });
});
