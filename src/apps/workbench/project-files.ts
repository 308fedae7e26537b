import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { WorkspaceFile } from '#engine/sandbox/sandbox.ts';

/** Large, or no part of the program; whoever needs one names it with --test-files. */
const LEFT_OUT = new Set(['.git', '.hg', '.svn', '.seccode', 'node_modules', '.venv', 'venv', '__pycache__', '.tox']);

const MAX_FILES = 20_000;
const MAX_BYTES = 100_000_000;

/**
 * Regular files below `paths`, as a test command is to find them. Links are not followed, and nothing outside of `folder`
 * is read.
 *
 * @throws {SecCodeError} `INPUT_INVALID` for a path that is not there or leads out, and when there is too much.
 */
export async function readProjectFiles(folder: string, paths: readonly string[]): Promise<readonly WorkspaceFile[]> {
  const root = await realpath(folder);
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const named of paths) {
    const path = await realpath(named).catch(() => undefined);
    if (path === undefined || (path !== root && !path.startsWith(root + sep))) {
      throw new SecCodeError('INPUT_INVALID', `'${relative(folder, named)}' is not a file or folder below this one.`, {
        remedy: 'Name files and folders with --test-files that lie below the folder you stand in.',
      });
    }
    for await (const file of walk(path)) {
      const content = await readFile(file);
      bytes += content.byteLength;
      if (files.size >= MAX_FILES || bytes > MAX_BYTES) {
        throw new SecCodeError('INPUT_INVALID', 'There is too much in this folder to hand all of it to the tests.', {
          remedy: 'Name what they need with --test-files.',
        });
      }
      files.set(relative(root, file).split(sep).join('/'), content);
    }
  }
  return [...files].map(([path, content]) => ({ path, content }));
}

async function* walk(path: string): AsyncGenerator<string> {
  const entry = await lstat(path);
  if (entry.isFile()) yield path;
  if (!entry.isDirectory()) return;
  for (const name of (await readdir(path)).toSorted()) {
    if (!LEFT_OUT.has(name)) yield* walk(join(path, name));
  }
}
