import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When the newest of these files and folders changed, with all that is in them; milliseconds since 1970 UTC, 0 for none.
 *
 * Folders count too: deleting a file changes its folder and nothing else. What does not exist is left out.
 */
export function newestChangeMs(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(changeMs));
}

function changeMs(path: string): number {
  const { mtimeMs, isFolder } = statOf(path);
  return isFolder ? Math.max(mtimeMs, newestChangeMs(readdirSync(path).map((name) => join(path, name)))) : mtimeMs;
}

function statOf(path: string): { readonly mtimeMs: number; readonly isFolder: boolean } {
  const stat = statSync(path);
  return { mtimeMs: stat.mtimeMs, isFolder: stat.isDirectory() };
}
