import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';

/** A model file that lies in the models folder. */
export interface PulledModel {
  /** What stands after `local/`: the file name without its ending. */
  readonly name: string;
  /** Path of the file, below the folder as it was given. */
  readonly file: string;
  readonly sizeBytes: number;
}

const ENDING = '.gguf';
/** Also keeps a name from leaving the folder. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
/** First bytes of every GGUF file. */
const MAGIC = 'GGUF';

/** Models in `folder`, by name; none when there is no such folder. Unfinished downloads are not listed. */
export async function listPulledModels(folder: string): Promise<readonly PulledModel[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ENDING))
    .map((entry) => entry.name.slice(0, -ENDING.length))
    .filter((name) => NAME.test(name))
    .sort();
  const models = await Promise.all(names.map((name) => findPulledModel(folder, name)));
  return models.filter((model) => model !== undefined);
}

/** The model of this name; `undefined` when it is not in `folder`. */
export async function findPulledModel(folder: string, name: string): Promise<PulledModel | undefined> {
  if (!NAME.test(name)) return undefined;
  const file = pulledModelFile(folder, name);
  const status = await stat(file).catch(() => undefined);
  return status?.isFile() === true ? { name, file, sizeBytes: status.size } : undefined;
}

/**
 * Deletes a model and what a broken-off download of it left. Gives whether there was anything.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when `name` is no model's name.
 */
export async function removePulledModel(folder: string, name: string): Promise<boolean> {
  const file = pulledModelFile(folder, name);
  const candidates = [file, partFile(file), originFile(file)];
  const removed = await Promise.all(
    candidates.map(async (candidate) => {
      const isThere = (await stat(candidate).catch(() => undefined)) !== undefined;
      await rm(candidate, { force: true });
      return isThere;
    }),
  );
  return removed.includes(true);
}

/**
 * Where a model of this name lies or would lie.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when `name` could not be a file's name everywhere.
 */
export function pulledModelFile(folder: string, name: string): string {
  if (NAME.test(name)) return join(folder, `${name}${ENDING}`);
  throw new SecCodeError('INPUT_INVALID', `'${name}' is not the name of a local model.`, {
    remedy: 'Use letters, digits, dots, hyphens and underscores, beginning with a letter or digit.',
  });
}

/** Where the download of a model is kept until it is complete. */
export function partFile(file: string): string {
  return `${file}.part`;
}

/** Where it is kept which version of which address a broken-off download is a part of. */
export function originFile(file: string): string {
  return `${file}.part.json`;
}

/** Whether a file begins as every GGUF file does; false when it cannot be read. */
export async function isGguf(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
      return bytesRead === MAGIC.length && buffer.toString('latin1') === MAGIC;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
