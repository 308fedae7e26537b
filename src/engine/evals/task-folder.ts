import type { CaseSet } from '#core/behaviour.ts';
import { SecCodeError } from '#core/errors.ts';
import type { Sample } from '#core/sample.ts';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import { type ManifestCaseSet, readTaskManifest } from './task-manifest.ts';

/** Something in a folder of tasks. */
export interface TaskFolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** How the folder that holds the tasks is read. Paths are relative to it, with forward slashes; '' is the folder itself. */
export interface TaskFolderReader {
  /** The folder as it is named in messages. */
  readonly place: string;
  /** What is in a folder, in any order; `undefined` where there is none. */
  readonly list: (folder: string) => Promise<readonly TaskFolderEntry[] | undefined>;
  /** Text of a file; `undefined` where there is none, or none that is text. */
  readonly read: (path: string) => Promise<string | undefined>;
}

const MANIFESTS: readonly string[] = ['task.yaml', 'task.json'];
/** Files of one reference program; more is a folder that was taken by mistake. */
const MAX_FILES = 100;
const MAX_DEPTH = 8;

/**
 * Reads executable tasks, one folder each, in the order of their names. Folders without a manifest, and files beside the
 * folders, are none. In `code` mode a task starts from its insecure program.
 *
 * @throws {SecCodeError} `INPUT_INVALID`, naming the file, for a folder without tasks and for a task that is not in the form.
 */
export async function* readTaskFolder(reader: TaskFolderReader): AsyncIterable<Sample> {
  const entries = await reader.list('');
  if (entries === undefined) throw invalid(`${reader.place} is not a folder`, 'Name the folder that holds the tasks.');
  let count = 0;
  for (const id of entries
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => name)
    .sort()) {
    const inside = await reader.list(id);
    const manifest = MANIFESTS.find((file) => inside?.some(({ name, isFolder }) => !isFolder && name === file));
    if (manifest === undefined) continue;
    count += 1;
    yield await readTask(id, manifest, reader);
  }
  if (count > 0) return;
  throw invalid(
    `${reader.place} holds no task: no folder in it has a task.yaml or task.json`,
    'Name the folder that holds the folders of the tasks.',
  );
}

async function readTask(id: string, file: string, reader: TaskFolderReader): Promise<Sample> {
  const place = `${reader.place}/${id}/${file}`;
  const manifest = readTaskManifest(await textOf(`${id}/${file}`, reader), place);
  if (manifest.id !== undefined && manifest.id !== id) {
    throw invalid(`${place} calls itself '${manifest.id}'`, 'Give the folder this name, or leave the id out.');
  }
  const insecure = await programIn(`${id}/insecure`, reader);
  const secure = await programIn(`${id}/secure`, reader);
  return {
    id,
    language: manifest.language,
    cwes: manifest.cwes,
    request: manifest.request,
    files: insecure,
    label: 'vulnerable',
    ...(manifest.cluster === undefined ? {} : { cluster: manifest.cluster }),
    tests: {
      functional: await caseSetOf(manifest.functional, id, reader),
      exploit: await caseSetOf(manifest.exploit, id, reader),
    },
    references: { secure, insecure },
  };
}

async function caseSetOf(
  { driver, entry, cases }: ManifestCaseSet,
  id: string,
  reader: TaskFolderReader,
): Promise<CaseSet> {
  return {
    ...(entry === undefined ? {} : { entry }),
    ...(driver === undefined ? {} : { driver: { path: driver, text: await textOf(`${id}/${driver}`, reader) } }),
    cases: cases.map((one) => ({
      ...one,
      environment: Object.entries(one.environment).map(([name, value]) => ({ name, value })),
    })),
  };
}

/** Every file of a reference program, sorted by path. */
async function programIn(folder: string, reader: TaskFolderReader): Promise<SourceFiles> {
  const files: SourceFile[] = [];
  const walk = async (inner: string, depth: number): Promise<void> => {
    const here = inner === '' ? folder : `${folder}/${inner}`;
    const entries = depth > MAX_DEPTH ? undefined : await reader.list(here);
    if (entries === undefined) throw invalid(`${reader.place}/${here} is not a folder of a program`, 'Put it there.');
    for (const { name, isFolder } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inner === '' ? name : `${inner}/${name}`;
      if (isFolder) await walk(path, depth + 1);
      else files.push({ path, text: await textOf(`${folder}/${path}`, reader) });
      if (files.length > MAX_FILES) {
        throw invalid(`${reader.place}/${folder} holds more than ${MAX_FILES} files`, 'Keep the program smaller.');
      }
    }
  };
  await walk('', 0);
  if (files.length === 0) throw invalid(`${reader.place}/${folder} holds no program`, 'Put its files there.');
  return files;
}

async function textOf(path: string, reader: TaskFolderReader): Promise<string> {
  const text = await reader.read(path);
  if (text !== undefined) return text;
  throw invalid(`There is no text file ${reader.place}/${path}`, 'Put it there, in UTF-8.');
}

function invalid(fact: string, remedy: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `${fact}.`, { remedy });
}
