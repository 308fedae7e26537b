import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { PRICE_TABLE } from '#engine/models/price-table.ts';
import { CONFIG_KEYS } from '../../config/schema.ts';
import type { Config } from '../../config/config.ts';
import { type LoadedConfig, loadConfig } from '../../config/load.ts';
import type { CallSettings } from '../../workbench/models.ts';
import type { Host } from '../../workbench/host.ts';
import type { CliContext } from '../context.ts';

/** What commander gives an action; each is checked where it is used. */
export type Options = Readonly<Record<string, unknown>>;

/** Brings flags, environment and files together. A flag is a setting when it is named like one. */
export async function settle(options: Options, { terminal }: CliContext): Promise<LoadedConfig> {
  const flags = Object.fromEntries(CONFIG_KEYS.map((key) => [key, options[key]]));
  const file = text(options['config']);
  const { env } = terminal.process;
  const loaded = await loadConfig({
    folder: terminal.process.cwd(),
    environment: env,
    flags: options['json'] === true ? { ...flags, format: 'json' } : flags,
    ...(file === undefined ? {} : { file: resolve(terminal.process.cwd(), file) }),
  });
  for (const variable of loaded.unknownVariables) {
    terminal.note(`warning: the environment variable ${variable} is no setting of SecCode.`);
  }
  return loaded;
}

/** This machine and this person, as the workbench wants them. */
export function hostOf({ terminal }: CliContext): Host {
  const { env } = terminal.process;
  const folder = terminal.process.cwd();
  const data = env['XDG_DATA_HOME'] ?? join(env['HOME'] ?? homedir(), '.local', 'share');
  return {
    environment: env,
    folder,
    stateFolder: join(folder, '.seccode'),
    modelsFolder: env['SECCODE_MODELS'] ?? join(data, 'seccode', 'models'),
    nowMs: Date.now,
    random: Math.random,
  };
}

export function callSettings(config: Config): CallSettings {
  return {
    retries: config.retries,
    callTimeoutMs: config.callTimeoutMs,
    prices: [...config.prices, ...PRICE_TABLE],
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
  };
}

/** A flag's text; absent when it was not given. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The names behind a flag that takes several. */
export function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
