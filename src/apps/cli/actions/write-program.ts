import { chmod, lstat, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { SourceFiles } from '#core/source-file.ts';

/** A program on its way to the disk. */
export interface ProgramToWrite {
  readonly files: SourceFiles;
  readonly folder: string;
  /** Files that are there may be replaced. */
  readonly mayReplace: boolean;
  /** What the files held when the session began; one that holds something else by now is not replaced. */
  readonly expected?: SourceFiles;
}

/**
 * Writes a program below its folder, each file whole or not at all, with the rights that a replaced file had.
 *
 * Paths come from a model: whatever leads out of the folder, through `..` or a symbolic link, is refused before anything
 * is written.
 *
 * @throws {SecCodeError} `PATH_REFUSED`; `INPUT_INVALID` when a file is there and may not be replaced, or has changed.
 */
export async function writeProgram({
  files,
  folder,
  mayReplace,
  expected = [],
}: ProgramToWrite): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);
  const planned: { readonly text: string; readonly target: string; readonly mode: number | undefined }[] = [];
  for (const { path, text } of files) {
    const target = resolve(root, path);
    if (!target.startsWith(root + sep)) throw refused(path);
    await checkWay(path, target, root);
    const existing = await lstat(target).catch(() => undefined);
    if (existing?.isSymbolicLink() === true || existing?.isDirectory() === true) throw refused(path);
    if (existing !== undefined && !mayReplace) {
      throw new SecCodeError('INPUT_INVALID', `'${path}' is there already.`, {
        remedy: 'Choose another folder, or pass --force to replace it.',
      });
    }
    const before = expected.find((file) => file.path === path);
    if (before !== undefined && (await readFile(target, 'utf8').catch(() => undefined)) !== before.text) {
      throw new SecCodeError('INPUT_INVALID', `'${path}' has changed since the session began.`, {
        remedy: 'Run the fix again on the file as it is now.',
      });
    }
    planned.push({ text, target, mode: existing?.mode });
  }
  for (const one of planned) await writeWhole(one);
  return planned.map(({ target }) => target);
}

async function writeWhole({
  text,
  target,
  mode,
}: {
  readonly text: string;
  readonly target: string;
  readonly mode: number | undefined;
}): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const unfinished = `${target}.seccode-${String(process.pid)}`;
  try {
    await writeFile(unfinished, text, { flag: 'wx' });
    if (mode !== undefined) await chmod(unfinished, mode & 0o7777);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** No folder on the way may be a link. */
async function checkWay(path: string, target: string, root: string): Promise<void> {
  for (let folder = dirname(target); folder.length > root.length; folder = dirname(folder)) {
    const entry = await lstat(folder).catch(() => undefined);
    if (entry !== undefined && !entry.isDirectory()) throw refused(path);
  }
}

function refused(path: string): SecCodeError {
  return new SecCodeError('PATH_REFUSED', `The program wants to write '${path}', which leads out of its folder.`, {
    remedy: 'Look at the session with `seccode sessions show` before you trust this program.',
  });
}
