import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkFolder, type WorkFolder } from './work-folder.ts';

let outside: string;
let folder: WorkFolder;
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'seccode-outside-'));
  folder = await makeWorkFolder({ searchPath: '', temporaryFolder: outside, nowMs: () => 0 });
});
afterEach(async () => {
  await folder.remove();
  await rm(outside, { recursive: true, force: true });
});

describe('makeWorkFolder', () => {
  it('makes a folder that nobody else can look into', async () => {
    expect((await stat(folder.path)).mode & 0o077).toBe(0);
  });

  it('gives back what was written, also in folders below, and replaces it', async () => {
    await folder.write([{ path: 'a/b.txt', content: 'one' }]);
    await folder.write([{ path: 'a/b.txt', content: new Uint8Array([50]) }]);

    expect(Buffer.from((await folder.read('a/b.txt')) ?? []).toString()).toBe('2');
  });

  it.each(['../out', '/tmp/out', 'a/../../out', './a', 'a//b', '', '.', 'a\0b'])(
    'refuses to write %j',
    async (path) => {
      await expect(folder.write([{ path, content: '' }])).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    },
  );

  it('replaces a link instead of writing through it', async () => {
    await writeFile(join(outside, 'target'), 'as before');
    await symlink(join(outside, 'target'), join(folder.path, 'link'));

    await folder.write([{ path: 'link', content: 'new' }]);

    expect(await readFile(join(outside, 'target'), 'utf8')).toBe('as before');
    expect(await readFile(join(folder.path, 'link'), 'utf8')).toBe('new');
  });

  it('refuses to write or read through a linked folder', async () => {
    await writeFile(join(outside, 'secret'), 'secret');
    await symlink(outside, join(folder.path, 'link'));

    await expect(folder.write([{ path: 'link/new', content: '' }])).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    expect(await folder.read('link/secret')).toBeUndefined();
    expect(existsSync(join(outside, 'new'))).toBe(false);
  });

  it('reads no link, no folder, no absent file and nothing that is longer than wanted', async () => {
    await folder.write([{ path: 'long', content: '12345' }]);
    await symlink('long', join(folder.path, 'link'));
    await mkdir(join(folder.path, 'folder'));

    const read = await Promise.all(['link', 'folder', 'absent', '../x'].map(async (path) => await folder.read(path)));
    expect(read).toEqual([undefined, undefined, undefined, undefined]);
    expect(await folder.read('long', 4)).toBeUndefined();
    expect(await folder.read('long', 5)).toHaveLength(5);
  });

  it('removes folders that were locked, and may be asked twice', async () => {
    await folder.write([{ path: 'a/b/c.txt', content: '' }]);
    await chmod(join(folder.path, 'a/b'), 0);
    await chmod(join(folder.path, 'a'), 0);

    await folder.remove();
    await folder.remove();

    expect(existsSync(folder.path)).toBe(false);
  });
});
