import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import { type IgnoreFile, readIgnoreFile } from '#engine/detection/ignore-file.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';

/** What was found under the paths that a person named. */
export interface CollectedFiles {
  /** Absolute folder that the files' paths are relative to. */
  readonly root: string;
  readonly files: SourceFiles;
  /** Paths of files whose bytes are not what their text would be written as: other encodings, byte order marks. */
  readonly inexact: readonly string[];
  /** Left out, with the reason; such a file was not checked. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** Folders that hold other people's or generated code. Name one on the command line to have it looked at all the same. */
const LEFT_OUT = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.seccode',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  'dist',
  'build',
  'coverage',
  '.next',
  'target',
  'vendor',
]);

const MAX_FILES = 20_000;
/** The parser's own limit, in bytes; larger files are reported as skipped. */
const MAX_FILE_BYTES = 5_000_000;

/**
 * Reads the source files under `paths`, in a stable order. `patterns` are left out as well as what `.seccodeignore` names;
 * `isWanted` says of files that no language claims which are read all the same.
 *
 * Symbolic links inside a folder are not followed: they could lead out of it. A file that is named itself is read
 * whatever the ignore file says.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when a path does not exist, cannot be read, or nothing is left.
 */
export async function collectFiles(
  paths: readonly string[],
  folder: string,
  syntax: Syntax,
  patterns: readonly string[] = [],
  isWanted: (path: string) => boolean = () => false,
): Promise<CollectedFiles> {
  const absolute = await Promise.all(paths.map((path) => locate(resolve(folder, path), path)));
  const root = commonRoot(absolute, folder);
  const ignored = await ignoreFileOf(root, patterns);
  const found = new Map<string, SourceFile>();
  const skipped: { path: string; reason: string }[] = [];
  const inexact: string[] = [];
  for (const { path, isFolder } of absolute) {
    const unreadable = (folderPath: string): void => {
      skipped.push({ path: toPosix(relative(root, folderPath)), reason: 'The folder cannot be read.' });
    };
    for await (const file of isFolder ? walk(path, root, ignored, unreadable) : [path]) {
      const name = toPosix(relative(root, file));
      if (found.has(name)) continue;
      if (syntax.languageOf(name) === undefined && !isWanted(name)) {
        if (!isFolder) skipped.push({ path: name, reason: 'No language that SecCode knows claims this file.' });
        continue;
      }
      if (found.size >= MAX_FILES) throw tooMany();
      const read = await readSource(file, name);
      if ('reason' in read) skipped.push(read);
      else {
        found.set(name, { path: read.path, text: read.text });
        if (!read.isExact) inexact.push(name);
      }
    }
  }
  const files = [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { root, files, inexact, skipped };
}

async function locate(path: string, asGiven: string): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  try {
    const real = await realpath(path);
    return { path: real, isFolder: (await lstat(real)).isDirectory() };
  } catch (cause) {
    throw new SecCodeError('INPUT_INVALID', `'${asGiven}' does not exist or cannot be read.`, {
      remedy: 'Name a file or folder that exists.',
      cause,
    });
  }
}

/** The folder that the paths are shown relative to: where the person stands, if everything lies below it. */
function commonRoot(paths: readonly { readonly path: string; readonly isFolder: boolean }[], folder: string): string {
  const isBelow = (path: string, root: string): boolean =>
    path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
  if (paths.every(({ path }) => isBelow(path, folder))) return folder;
  const folders = paths.map(({ path, isFolder }) => (isFolder ? path : dirname(path)));
  let root = folders[0] ?? folder;
  while (!folders.every((path) => isBelow(path, root)) && dirname(root) !== root) root = dirname(root);
  return root;
}

async function* walk(
  folder: string,
  root: string,
  ignored: IgnoreFile,
  unreadable: (folder: string) => void,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    unreadable(folder);
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = toPosix(relative(root, path));
    if (entry.isDirectory()) {
      if (!LEFT_OUT.has(entry.name) && !ignored.ignores(`${name}/`)) yield* walk(path, root, ignored, unreadable);
    } else if (entry.isFile() && !ignored.ignores(name)) yield path;
  }
}

async function ignoreFileOf(root: string, patterns: readonly string[]): Promise<IgnoreFile> {
  const text = await readFile(join(root, '.seccodeignore'), 'utf8').catch(() => '');
  return readIgnoreFile([...patterns, text].join('\n'));
}

/** A file's text, and whether its bytes are what that text would be written as; or why it is no source. */
type ReadSource = (SourceFile & { readonly isExact: boolean }) | { readonly path: string; readonly reason: string };

async function readSource(file: string, path: string): Promise<ReadSource> {
  try {
    return decodeSource(await readFile(file), path);
  } catch {
    return { path, reason: 'It cannot be read.' };
  }
}

/** What a scan makes of a file with these bytes. */
export function decodeSource(bytes: Buffer, path: string): ReadSource {
  if (bytes.byteLength > MAX_FILE_BYTES) return { path, reason: 'It is larger than 5 MB.' };
  // A zero byte early on is what git calls binary, too. UTF-16 would have one in every other place.
  if (bytes.subarray(0, 8000).includes(0)) return { path, reason: 'It holds zero bytes, so it is no UTF-8 text.' };
  const text = new TextDecoder('utf-8').decode(bytes);
  return { path, text, isExact: Buffer.from(text).equals(bytes) };
}

function tooMany(): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `There are more than ${String(MAX_FILES)} source files here.`, {
    remedy: 'Name fewer folders, or leave some out with a .seccodeignore file.',
  });
}

function toPosix(path: string): string {
  return isAbsolute(path) ? path : path.split(sep).join('/');
}
