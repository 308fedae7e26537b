import { dirname } from 'node:path';
import { checkLayer } from './check-layer.ts';
import { type Config, toConfig } from './config.ts';
import { type ConfigSource, originOf } from './config-error.ts';
import type { ConfigKey, ConfigValues } from './config-values.ts';
import { DEFAULTS } from './defaults.ts';
import { type FoundConfig, findProjectConfig, findUserConfig, readConfigFile } from './find-config.ts';
import { restrictProject } from './project-trust.ts';
import { CONFIG_KEYS } from './schema.ts';
import { environmentValues, flagValues } from './text-values.ts';

export interface LoadOptions {
  /** Absolute path where the search for a project file begins. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** By config key (`maxCost`), as text or as a value; `undefined` means not given. */
  readonly flags: Readonly<Record<string, unknown>>;
  /** Absolute path of a file to use instead of the project file. The person named it: it may set every key. */
  readonly file?: string;
}

/** One setting for `config show`. */
export interface ConfigEntry {
  readonly key: ConfigKey;
  /** As it was written; absent when nothing sets it. */
  readonly value?: unknown;
  /** `default`, `user: path`, `project: path`, `environment: SECCODE_X`, `flag: --x`; `unset` without a value. */
  readonly origin: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** Every key, in the order of the schema. */
  readonly entries: readonly ConfigEntry[];
  /** Folder of the project file; patterns of `ignore` are relative to it. */
  readonly projectFolder?: string;
  /** Variables that start like settings and are none. */
  readonly unknownVariables: readonly string[];
}

interface Layer {
  readonly source: ConfigSource;
  readonly values: ConfigValues;
}

/**
 * Brings all settings together: flag over environment over project over user over default, key by key. A list replaces
 * a list; nothing is merged.
 *
 * @throws {SecCodeError} `CONFIG_INVALID` with the file, the key, the value, what is expected and the nearest known name.
 */
export async function loadConfig({ folder, environment, flags, file }: LoadOptions): Promise<LoadedConfig> {
  const { values, unknownVariables } = environmentValues(environment);
  const user = await findUserConfig(environment);
  const project = file === undefined ? await findProjectConfig(folder) : await readConfigFile(file, 'project');

  const trusting: readonly Layer[] = [
    layer({ kind: 'flag' }, flagValues(flags)),
    layer({ kind: 'environment' }, values),
    ...(user === undefined ? [] : [layer(user.source, user.value)]),
  ];
  const trustedProjects = trusting.find((found) => found.values.trustedProjects !== undefined)?.values.trustedProjects;
  const layers: readonly Layer[] = [
    ...trusting.slice(0, 2),
    ...(project === undefined ? [] : [projectLayer(project, file === undefined ? (trustedProjects ?? []) : 'all')]),
    ...trusting.slice(2),
    { source: { kind: 'default' }, values: DEFAULTS },
  ];
  const winners = CONFIG_KEYS.map((key) => ({ key, layer: layers.find((found) => found.values[key] !== undefined) }));
  const merged = Object.fromEntries(winners.map((winner) => [winner.key, winner.layer?.values[winner.key]]));
  return {
    config: toConfig(merged),
    entries: winners.map(({ key, layer: winner }) =>
      winner === undefined
        ? { key, origin: 'unset' }
        : { key, value: winner.values[key], origin: originOf(winner.source, key) },
    ),
    ...(project === undefined ? {} : { projectFolder: dirname(project.source.path) }),
    unknownVariables,
  };
}

function layer(source: ConfigSource, value: unknown): Layer {
  return { source, values: checkLayer(value, source) };
}

function projectLayer({ source, value }: FoundConfig, trustedProjects: readonly string[] | 'all'): Layer {
  const values = checkLayer(value, source);
  const folder = dirname(source.path);
  return {
    source,
    values: restrictProject({
      values,
      source,
      trustedProjects: trustedProjects === 'all' ? [folder] : trustedProjects,
    }),
  };
}
