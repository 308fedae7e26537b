import { constants } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { Machine, WorkspaceFile } from './sandbox.ts';

/** A folder of the machine that holds the files of one workspace. */
export interface WorkFolder {
  /** Absolute. */
  readonly path: string;
  readonly write: (files: readonly WorkspaceFile[]) => Promise<void>;
  readonly read: (path: string, maxBytes?: number) => Promise<Uint8Array | undefined>;
  readonly remove: () => Promise<void>;
}

const MAX_READ_BYTES = 64_000_000;

/** Makes a folder that nobody else can look into. */
export async function makeWorkFolder(machine: Machine): Promise<WorkFolder> {
  await mkdir(machine.temporaryFolder, { recursive: true });
  const path = await realpath(await mkdtemp(join(machine.temporaryFolder, 'seccode-work-')));
  return {
    path,
    write: async (files) => {
      for (const file of files) {
        const target = await safeTarget(path, file.path);
        // Never through a link that an earlier run may have left.
        await rm(target, { recursive: true, force: true });
        await writeFile(target, file.content, { flag: 'wx', mode: 0o755 });
      }
    },
    read: async (name, maxBytes = MAX_READ_BYTES) => await readRegular(path, name, maxBytes),
    remove: async () => await removeAll(path),
  };
}

async function removeAll(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch {
    // A program may have taken away our own right to look into a folder.
    await unlock(path);
    await rm(path, { recursive: true, force: true });
  }
}

async function unlock(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await unlock(join(folder, entry.name));
  }
}

async function safeTarget(root: string, name: string): Promise<string> {
  const parts = name.split('/');
  if (isAbsolute(name) || parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'))) {
    throw refused(name);
  }
  const target = join(root, ...parts);
  await mkdir(dirname(target), { recursive: true });
  const folder = await realpath(dirname(target));
  if (folder !== join(root, ...parts.slice(0, -1))) throw refused(name);
  return target;
}

async function readRegular(root: string, name: string, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    const target = await realpath(join(root, name));
    if (target !== join(root, name)) return undefined;
    const file = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
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

function refused(path: string): SecCodeError {
  return new SecCodeError('PATH_REFUSED', `'${path}' leads out of the workspace.`, {
    remedy: 'Name the file by a path inside the program.',
  });
}
