import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetFile } from '#engine/evals/dataset.ts';
import type { Host } from '../host.ts';

/** Where a dataset is kept that was fetched, unless the person named another folder. Absolute. */
export function datasetFolder({ stateFolder }: Pick<Host, 'stateFolder'>, name: string): string {
  return join(stateFolder, 'datasets', name);
}

/** Whether every file is there, with the right checksum. */
export async function isFetched(folder: string, files: readonly DatasetFile[]): Promise<boolean> {
  for (const { name, sha256 } of files) {
    if ((await sha256Of(join(folder, name))) !== sha256) return false;
  }
  return true;
}

/** SHA-256 of a file in lower-case hexadecimal digits; `undefined` when there is none. */
export async function sha256Of(path: string): Promise<string | undefined> {
  if ((await stat(path).catch(() => undefined))?.isFile() !== true) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(Buffer.from(chunk));
  return hash.digest('hex');
}
