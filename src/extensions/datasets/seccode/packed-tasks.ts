import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import type { TaskFolderEntry, TaskFolderReader } from '#engine/evals/task-folder.ts';

/** `src/extensions/datasets/seccode` and the same folder of `dist` lie equally deep below the package. */
const PACKED = new URL('../../../../datasets/seccode.json.br', import.meta.url);
const unpack = promisify(brotliDecompress);
/** Texts by path below the folder of tasks. */
const textsSchema = z.record(z.string(), z.string());

/**
 * Opens the tasks that SecCode brings along, as a folder.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when they are not there or cut: the installation is damaged.
 */
export async function openPackedTasks(file: URL = PACKED): Promise<TaskFolderReader> {
  const texts = new Map(Object.entries(await readTexts(file)));
  return {
    place: "SecCode's own tasks",
    list: async (folder) => entriesOf(folder, [...texts.keys()]),
    read: async (path) => texts.get(path),
  };
}

async function readTexts(file: URL): Promise<Readonly<Record<string, string>>> {
  const bytes = await readFile(file)
    .then(unpack)
    .catch(() => undefined);
  const json = parseJson(bytes?.toString('utf8') ?? '');
  const texts = textsSchema.safeParse(json.ok ? json.value : undefined);
  if (texts.success) return texts.data;
  throw new SecCodeError('INPUT_INVALID', "SecCode's own tasks cannot be read.", {
    remedy: 'Install SecCode again; in a clone of it, run `npm run build`.',
  });
}

function entriesOf(folder: string, paths: readonly string[]): readonly TaskFolderEntry[] | undefined {
  const above = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, boolean>();
  for (const path of paths) {
    if (!path.startsWith(above)) continue;
    const [name = '', ...more] = path.slice(above.length).split('/');
    entries.set(name, more.length > 0);
  }
  return entries.size === 0 ? undefined : [...entries].map(([name, isFolder]) => ({ name, isFolder }));
}
