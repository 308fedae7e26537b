import { constants } from 'node:fs';
import { access, lstat, open, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join, resolve } from 'node:path';

/** A program of this machine, and what must be seen for it to work. */
export interface FoundProgram {
  /** Absolute, as it is to be called: a virtual environment is known by the way to its interpreter. */
  readonly path: string;
  /** Files and folders outside of those that are seen anyway. */
  readonly needs: readonly string[];
}

interface Search {
  /** As in `PATH`. */
  readonly searchPath: string;
  /** Absolute folders that are seen anyway. */
  readonly seen: readonly string[];
}

/** A home is never shown, whatever lies in its `bin`. */
const MARKS_OF_A_HOME = ['.ssh', '.gnupg', '.config', '.local', '.profile', '.bashrc', '.zshrc'];

/** Folders below a home that hold programs beside things that nobody else is to read. */
const SHARED_PREFIXES: ReadonlySet<string> = new Set(['.local', '.cargo']);

const MARKS_OF_AN_INSTALLATION = ['pyvenv.cfg', 'lib', 'lib64', 'libexec', 'jre'];

const MAX_HOPS = 10;

/** Finds a program on the search path, or by its absolute path; the first that can be started. */
export async function findProgram(name: string, search: Search, depth = 0): Promise<FoundProgram | undefined> {
  const places = isAbsolute(name)
    ? [name]
    : search.searchPath.split(delimiter).flatMap((folder) => (isAbsolute(folder) ? [join(folder, name)] : []));
  for (const place of places) {
    const path = await behindShim(place, name);
    if (path === undefined || !(await isProgram(path))) continue;
    return { path, needs: [...new Set(await needsOf(path, search, depth))] };
  }
  return undefined;
}

/** A shim of pyenv starts pyenv, which needs half the home; the program that it would start does not. */
async function behindShim(path: string, name: string): Promise<string | undefined> {
  if (basename(dirname(path)) !== 'shims') return path;
  const root = dirname(dirname(path));
  const [version = ''] = (await readFile(join(root, 'version'), 'utf8').catch(() => '')).split(/\s/);
  return /^[\w.-]+$/.test(version) ? join(root, 'versions', version, 'bin', name) : undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function needsOf(path: string, search: Search, depth: number): Promise<readonly string[]> {
  const needs: string[] = [];
  const hops = await hopsOf(path);
  for (const hop of hops) {
    if (!search.seen.some((folder) => isInside(hop, folder))) needs.push((await installationOf(hop)) ?? hop);
  }
  const interpreter = depth < 3 ? await interpreterOf(path) : undefined;
  if (interpreter === undefined) return needs;
  return [...needs, ...((await findProgram(interpreter, search, depth + 1))?.needs ?? [])];
}

/** The path itself and everything that it links to, one after the other. */
async function hopsOf(path: string): Promise<readonly string[]> {
  const hops = [path];
  for (let hop = path; hops.length < MAX_HOPS && (await lstat(hop)).isSymbolicLink(); hops.push(hop)) {
    hop = resolve(dirname(hop), await readlink(hop));
  }
  return [...hops, await realpath(path)];
}

/** The folder above `bin`, when it holds one installation and nothing else. */
async function installationOf(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  const prefix = dirname(folder);
  // What lies directly below the root, such as /opt or /home, belongs to many.
  if (basename(folder) !== 'bin' || dirname(prefix) === '/' || prefix === '/') return undefined;
  if (SHARED_PREFIXES.has(basename(prefix)) || (await hasOneOf(prefix, MARKS_OF_A_HOME))) return undefined;
  return (await hasOneOf(prefix, MARKS_OF_AN_INSTALLATION)) ? prefix : undefined;
}

async function hasOneOf(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map((name) => lstat(join(folder, name)).catch(() => undefined)));
  return found.some((entry) => entry !== undefined);
}

/** What the first line of a script asks for. */
async function interpreterOf(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const [, interpreter, argument] =
      /^#![ \t]*(\S+)(?:[ \t]+(\S+))?/.exec(buffer.toString('latin1', 0, bytesRead)) ?? [];
    return interpreter !== undefined && basename(interpreter) === 'env' ? argument : interpreter;
  } finally {
    await file.close();
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
