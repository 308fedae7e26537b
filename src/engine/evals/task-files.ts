import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TaskFolderReader } from './task-folder.ts';

/** Longer files belong to no task. */
const MAX_FILE_BYTES = 1_000_000;

/**
 * Reads tasks from a folder of this machine. Links are not followed, as they could lead out of it; names that begin with a
 * dot are not seen.
 */
export function taskFilesIn(folder: string): TaskFolderReader {
  return {
    place: basename(folder),
    list: async (inner) => {
      const entries = await readdir(join(folder, inner), { withFileTypes: true }).catch(() => undefined);
      return entries
        ?.filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    },
    read: async (path) => {
      const file = join(folder, path);
      const found = await stat(file).catch(() => undefined);
      if (found?.isFile() !== true || found.size > MAX_FILE_BYTES) return undefined;
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
      } catch {
        return undefined;
      }
    },
  };
}
