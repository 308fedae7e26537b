import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK_BYTES = 512;

/** What a single entry costs at least: a million empty files are no small thing either. */
const ENTRY_BYTES = 512;

/**
 * Room that everything in a folder takes on its disk, links not followed. Stops counting once it is more than `most`.
 * What a running program removes meanwhile is not counted.
 */
export async function folderBytes(folder: string, most: number): Promise<number> {
  let sum = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && sum <= most; next = folders.pop()) {
    const current = next;
    const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) folders.push(path);
      const found = await lstat(path).catch(() => undefined);
      sum += ENTRY_BYTES + (found?.blocks ?? 0) * BLOCK_BYTES;
      if (sum > most) break;
    }
  }
  return sum;
}
