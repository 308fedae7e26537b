import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { configError, type ConfigSource } from './config-error.ts';
import { readJson, readYaml } from './parse-data.ts';

/** A file's data, not checked yet. */
export interface FoundConfig {
  readonly source: ConfigSource & { readonly path: string };
  readonly value: unknown;
}

/** Names of project files. Data formats only: a file that is code would run when a stranger's folder is scanned. */
export const PROJECT_FILES: readonly string[] = [
  'seccode.config.yaml',
  'seccode.config.yml',
  'seccode.config.json',
  '.seccoderc',
  '.seccoderc.json',
  '.seccoderc.yaml',
  '.seccoderc.yml',
];

const MANIFEST = 'package.json';

const MAX_BYTES = 256_000;
const MAX_MANIFEST_BYTES = 2_000_000;

/**
 * The project file that holds for `folder`: the nearest one upwards, not beyond the folder with `.git` in it.
 *
 * @throws {SecCodeError} `CONFIG_INVALID` when a folder has two, or the file cannot be read as data.
 */
export async function findProjectConfig(folder: string): Promise<FoundConfig | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const names = new Set(await namesIn(at));
    const found: FoundConfig[] = [];
    const files = PROJECT_FILES.filter((name) => names.has(name)).map((name) => join(at, name));
    const manifest = names.has(MANIFEST) ? await readManifest(join(at, MANIFEST)) : undefined;
    if (manifest !== undefined) found.push(manifest);
    const [first, second] = [...files, ...found.map(({ source }) => source.path)];
    if (first !== undefined && second !== undefined) {
      throw configError({
        source: { kind: 'project', path: at },
        key: '',
        fact: `two files configure this folder: ${first} and ${second}.`,
        remedy: 'Move all settings into one of them and delete the other.',
      });
    }
    if (manifest !== undefined) return manifest;
    if (first !== undefined) return await readConfigFile(first, 'project');
    if (names.has('.git') || dirname(at) === at) return undefined;
  }
}

/** The user's own file; `undefined` when there is none. Follows XDG: a relative `XDG_CONFIG_HOME` does not count. */
export async function findUserConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<FoundConfig | undefined> {
  const { XDG_CONFIG_HOME: xdg, APPDATA: appData, HOME: home, USERPROFILE: profile } = environment;
  const homeFolder = home ?? profile;
  const places = [xdg, appData, homeFolder === undefined ? undefined : join(homeFolder, '.config')];
  const place = places.find((candidate) => candidate !== undefined && isAbsolute(candidate));
  if (place === undefined) return undefined;
  const path = join(place, 'seccode', 'config.yaml');
  return (await isThere(path)) ? await readConfigFile(path, 'user') : undefined;
}

/**
 * Reads one file, in the format of its ending; without one, YAML.
 *
 * @throws {SecCodeError} `CONFIG_INVALID` when it is missing, too large or not data.
 */
export async function readConfigFile(path: string, kind: 'user' | 'project'): Promise<FoundConfig> {
  const source = { kind, path };
  const text = await readText(path, { source, maxBytes: MAX_BYTES });
  const parsed = path.endsWith('.json') ? readJson(text) : await readYaml(text);
  if ('problem' in parsed) {
    throw configError({ source, key: '', fact: parsed.problem, remedy: 'Correct the file at the place named.' });
  }
  return { source, value: parsed.value };
}

/** The `seccode` key of a manifest; a manifest without it, or one that another tool has to complain about, is none. */
async function readManifest(path: string): Promise<FoundConfig | undefined> {
  const source: FoundConfig['source'] = { kind: 'project', path };
  const text = await readText(path, { source, maxBytes: MAX_MANIFEST_BYTES }).catch(() => '');
  const parsed = readJson(text);
  if ('problem' in parsed || typeof parsed.value !== 'object' || parsed.value === null) return undefined;
  const value = Object.entries(parsed.value).find(([key]) => key === 'seccode');
  return value === undefined ? undefined : { source, value: value[1] };
}

interface ReadOptions {
  readonly source: ConfigSource;
  readonly maxBytes: number;
}

async function readText(path: string, { source, maxBytes }: ReadOptions): Promise<string> {
  const refuse = (fact: string, remedy: string): Error => configError({ source, key: '', fact, remedy });
  let size: number;
  try {
    const found = await stat(path);
    // A pipe or a device would be waited for without end.
    if (!found.isFile()) throw refuse('is not a file.', 'Name a regular file.');
    size = found.size;
    if (size <= maxBytes) return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CONFIG_INVALID') throw error;
    throw refuse('cannot be read.', 'Check that the file exists and that you may read it.');
  }
  throw refuse(`has ${size} bytes; at most ${maxBytes} are read.`, 'Make the file smaller.');
}

/** Names in a folder; none in one that may not be read. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
