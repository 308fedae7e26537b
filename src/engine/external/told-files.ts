import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { toolFailed } from './tool-failed.ts';

/** What a person pointed a detector at, by a path. */
export interface ToldFiles {
  /** The detector's folder name. */
  readonly detector: string;
  /** Key of the setting that holds the path. */
  readonly key: string;
  /** A file, or a folder that is searched with all folders in it; relative to the working folder. */
  readonly path: string;
  /** Which files of a folder are meant, by the end of their names. A file that is named itself is always meant. */
  readonly ending: RegExp;
  /** All files together; more is refused. */
  readonly maxBytes: number;
}

const MAX_FILES = 5000;

/**
 * Contents of files that lie outside the code: rules, or what another program exported. Links in a folder are not followed,
 * and hidden files and folders are left out. In order of their paths.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when there is none, one cannot be read, or there is too much.
 */
export async function readToldFiles(told: ToldFiles): Promise<readonly Uint8Array[]> {
  const root = resolve(told.path);
  const paths = await filesBelow(root, told.ending);
  if (paths.length === 0) throw refused(told, 'names no file that could be used');
  if (paths.length > MAX_FILES) throw refused(told, `names more than ${String(MAX_FILES)} files`);
  const contents: Uint8Array[] = [];
  let left = told.maxBytes;
  for (const path of paths) {
    const bytes = await readRegular(path, left);
    if (bytes === undefined) throw refused(told, 'names a file that cannot be read, or is too long');
    left -= bytes.length;
    contents.push(bytes);
  }
  return contents;
}

async function filesBelow(root: string, ending: RegExp): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/[\\/]\./.test(path.slice(root.length)))
      .toSorted();
  } catch {
    // No folder: then it is a file, or nothing, which reading finds out.
    return [root];
  }
}

async function readRegular(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await file.stat();
      return found.isFile() && found.size <= maxBytes ? await file.readFile() : undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

function refused({ detector, key }: ToldFiles, what: string): Error {
  return toolFailed(
    detector,
    `The setting '${detector}.${key}' ${what}.`,
    `Give another path with --detector-setting ${detector}.${key}=PATH.`,
  );
}
