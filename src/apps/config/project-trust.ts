import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { configError, type ConfigSource } from './config-error.ts';
import type { ConfigKey, ConfigValues } from './config-values.ts';

/**
 * What a project file must not decide, and why. Scanning a stranger's folder must be safe before its files are read:
 * a project says what is checked and how strictly, never where code, keys or money go.
 */
const RESERVED: readonly (readonly [ConfigKey, string])[] = [
  ['baseUrl', "it would send your provider's key and your code to an address of the project's choice"],
  ['sandbox', 'it could let what runs here out of its walls'],
  ['sandboxImage', 'it would choose the programs that run here'],
  ['testCommand', 'it is a command, and runs on your machine'],
  ['testFiles', 'it says which of your files are handed to programs'],
  ['detectorSettings', "it would have programs of your machine read files of the project's choice"],
  ['prices', 'a price of nothing would switch off your limit of money'],
];

const MODEL_KEYS: readonly ConfigKey[] = ['model', 'reviewerModel', 'fallbackModel'];

/** `provider` or `provider/name` with a name that cannot be a place on this machine. */
const PLAIN_MODEL = /^[a-z][a-z0-9-]{0,40}(?:\/[A-Za-z0-9@][^\s\\]{0,200})?$/;

interface ProjectLayer {
  readonly values: ConfigValues;
  readonly source: ConfigSource & { readonly path: string };
  /** Folders that the user, the environment or a flag vouches for. */
  readonly trustedProjects: readonly string[];
}

/**
 * Holds a project file to what it may decide, and gives its values with `output` made absolute.
 *
 * @throws {SecCodeError} `CONFIG_INVALID` for a key that needs trust. Ignoring it would be worse: the person would
 * believe that it holds.
 */
export function restrictProject({ values, source, trustedProjects }: ProjectLayer): ConfigValues {
  const folder = dirname(source.path);
  const refuse = (key: ConfigKey, reason: string, remedy: string): Error =>
    configError({ source, key, fact: `may not be set by a project: ${reason}.`, remedy });
  if (values.trustedProjects !== undefined) {
    throw refuse('trustedProjects', 'it would trust itself', 'Move the key to your user configuration.');
  }
  const output = values.output === undefined ? [] : absoluteOutputs(values.output, folder);
  const absolute = { ...values, ...(values.output === undefined ? {} : { output }) };
  if (trustedProjects.some((trusted) => isAbsolute(trusted) && isInside(folder, trusted))) return absolute;

  const trust = `move the key to your user configuration, or add '${folder}' to 'trustedProjects' there`;
  for (const [key, reason] of RESERVED) {
    if (values[key] !== undefined) throw refuse(key, reason, `Give it as a flag, ${trust}.`);
  }
  for (const key of MODEL_KEYS) {
    const model = values[key];
    const isPlace = typeof model === 'string' && (!PLAIN_MODEL.test(model) || /\/\.|\/\/|\.gguf$/i.test(model));
    if (isPlace) throw refuse(key, 'it names a place on your machine', `Name a model as provider/name, or ${trust}.`);
  }
  const outside = output.find((file) => !isInside(file, folder));
  if (outside !== undefined) {
    throw refuse('output', `'${outside}' lies outside of it`, `Name a file inside the project, or ${trust}.`);
  }
  return absolute;
}

function absoluteOutputs(output: string | readonly string[], folder: string): string[] {
  return (typeof output === 'string' ? [output] : output).map((file) => resolve(folder, file));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}
