import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensions } from '../compose.ts';
import { collectFiles } from './collect-files.ts';

/** A folder with these files; the text is the file's own name when none is given. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-collect-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function collect(folder: string, ...paths: readonly string[]): ReturnType<typeof collectFiles> {
  return await collectFiles(paths, folder, await extensions.syntax());
}

describe('collectFiles', () => {
  it('takes the files of known languages, in order, without other people’s folders', async () => {
    const folder = folderWith({ 'b.py': 'b', 'a/a.js': 'a', 'notes.txt': 'n', 'node_modules/x/x.js': 'x' });

    const { files, skipped } = await collect(folder, '.');

    expect(files.map(({ path }) => path)).toEqual(['a/a.js', 'b.py']);
    expect(skipped).toEqual([]);
  });

  it('leaves out what the ignore file names, unless it is named itself', async () => {
    const folder = folderWith({ 'a.py': 'a', 'gen/b.py': 'b', '.seccodeignore': 'gen/\n' });

    expect((await collect(folder, '.')).files.map(({ path }) => path)).toEqual(['a.py']);
    expect((await collect(folder, 'gen/b.py')).files.map(({ path }) => path)).toEqual(['gen/b.py']);
  });

  it('takes what a detector reads beside the languages, unless it is ignored', async () => {
    const folder = folderWith({
      'a.py': 'a',
      'package.json': '{}',
      'gen/package.json': '{}',
      '.seccodeignore': 'gen/\n',
    });
    const isWanted = (path: string): boolean => path.endsWith('package.json');

    const { files } = await collectFiles(['.'], folder, await extensions.syntax(), [], isWanted);

    expect(files.map(({ path }) => path)).toEqual(['a.py', 'package.json']);
  });

  it('follows no link inside a folder', async () => {
    const outside = folderWith({ 'secret.py': 'x' });
    const folder = folderWith({ 'a.py': 'a' });
    symlinkSync(join(outside, 'secret.py'), join(folder, 'link.py'));

    expect((await collect(folder, '.')).files.map(({ path }) => path)).toEqual(['a.py']);
  });

  it('says what it did not take, and why', async () => {
    const folder = folderWith({
      'zero.py': new Uint8Array([65, 0, 66]),
      'large.py': 'x'.repeat(5_000_001),
      'a.rb': 'puts 1',
    });

    const { files, skipped } = await collect(folder, '.', 'a.rb');

    expect(files).toEqual([]);
    expect(skipped.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'large.py: It is larger than 5 MB.',
      'zero.py: It holds zero bytes, so it is no UTF-8 text.',
      'a.rb: No language that SecCode knows claims this file.',
    ]);
  });

  it('reads text with a byte order mark, and bytes that are no UTF-8, without failing', async () => {
    const folder = folderWith({ 'bom.py': '\uFEFFx = 1', 'latin.py': new Uint8Array([0x78, 0xe4]) });

    const { files } = await collect(folder, '.');

    expect(files.map(({ text }) => text)).toEqual(['x = 1', 'x\uFFFD']);
  });

  it('names files relative to the folder that was asked for when it lies elsewhere', async () => {
    const elsewhere = folderWith({ 'src/a.py': 'a' });

    const { root, files } = await collect(folderWith({}), elsewhere);

    expect(root).toBe(elsewhere);
    expect(files.map(({ path }) => path)).toEqual(['src/a.py']);
  });

  it('says so when a path does not exist', async () => {
    await expect(collect(folderWith({}), 'missing')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
