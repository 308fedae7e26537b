import { lstat, mkdir, realpath, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { SourceFiles } from '#core/source-file.ts';

/**
 * Writes a program below `folder`, each file whole or not at all.
 *
 * Paths come from a model: whatever leads out of the folder, through `..` or a symbolic link, is refused before anything
 * is written.
 *
 * @throws {SecCodeError} `PATH_REFUSED`; `INPUT_INVALID` when a file is there and `mayReplace` is not set.
 */
export async function writeProgram(
  files: SourceFiles,
  folder: string,
  mayReplace: boolean,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);
  const planned = files.map(({ path, text }) => ({ path, text, target: resolve(root, path) }));
  for (const { path, target } of planned) {
    if (!target.startsWith(root + sep)) throw refused(path);
    await checkWay(path, target, root);
    const existing = await lstat(target).catch(() => undefined);
    if (existing?.isSymbolicLink() === true || existing?.isDirectory() === true) throw refused(path);
    if (existing !== undefined && !mayReplace) {
      throw new SecCodeError('INPUT_INVALID', `'${path}' is there already.`, {
        remedy: 'Choose another folder, or pass --force to replace it.',
      });
    }
  }
  for (const { text, target } of planned) {
    await mkdir(dirname(target), { recursive: true });
    const unfinished = `${target}.seccode-${String(process.pid)}`;
    await writeFile(unfinished, text, { flag: 'wx' });
    await rename(unfinished, target);
  }
  return planned.map(({ target }) => target);
}

/** No folder on the way may be a link. */
async function checkWay(path: string, target: string, root: string): Promise<void> {
  for (let folder = dirname(target); folder.length > root.length; folder = dirname(folder)) {
    const entry = await lstat(folder).catch(() => undefined);
    if (entry !== undefined && !entry.isDirectory()) throw refused(join(path));
  }
}

function refused(path: string): SecCodeError {
  return new SecCodeError('PATH_REFUSED', `The program wants to write '${path}', which leads out of its folder.`, {
    remedy: 'Look at the session with `seccode sessions show` before you trust this program.',
  });
}
