import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { DatasetSource } from './dataset.ts';

/**
 * The file of a source: the one that was named, or the first of `names` that is in the folder that was named.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when none was named, or it is not there.
 */
export async function sourceFile(source: DatasetSource, names: readonly string[]): Promise<string> {
  const path = sourcePath(source);
  if (!(await isFolder(path))) return path;
  for (const name of names) {
    if ((await stat(join(path, name)).catch(() => undefined))?.isFile() === true) return join(path, name);
  }
  throw new SecCodeError('INPUT_INVALID', `${basename(path)} is a folder without a file that is read here.`, {
    remedy: names.length === 0 ? 'Name the file.' : `Name the file; in a folder, it is called ${names.join(' or ')}.`,
  });
}

/**
 * The path of a source.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when none was named.
 */
export function sourcePath({ path }: DatasetSource): string {
  if (path !== undefined && path !== '') return path;
  throw new SecCodeError('INPUT_INVALID', 'No path was given for this dataset.', {
    remedy: 'Name its file or folder; `seccode eval datasets` says how to get it.',
  });
}

/** A file beside another one, whether it is there or not. */
export function besides(path: string, name: string): string {
  return join(dirname(path), name);
}

/** Whether there is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
