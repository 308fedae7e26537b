import { resolve } from 'node:path';
import type { Config } from '../../config/config.ts';
import { CONFIG_KEYS } from '../../config/schema.ts';
import { type LoadedConfig, loadConfig } from '../../config/load.ts';
import { hostOf } from '../../workbench/from-config.ts';
import type { Host } from '../../workbench/host.ts';
import type { CliContext } from '../context.ts';
import { withLookup } from './lookup-packages.ts';

/** What commander gives an action; each is checked where it is used. */
export type Options = Readonly<Record<string, unknown>>;

/** Brings flags, environment and files together. A flag is a setting when it is named like one. */
export async function settle(options: Options, { terminal }: CliContext): Promise<LoadedConfig> {
  const flags = {
    ...Object.fromEntries(CONFIG_KEYS.map((key) => [key, options[key]])),
    // One flag names one or more; the key holds them all.
    rules: options['rule'],
    withoutRules: options['noRule'],
    testCommand: options['testCmd'],
    detectorSettings: options['detectorSetting'],
  };
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
  const lookup = { isWanted: options['lookupPackages'] === true, detectors: texts(options['detector']) ?? [] };
  return { ...loaded, config: withLookup(loaded.config, lookup, env) };
}

/** This machine, as the process and the settings in force see it. */
export function hostFor({ terminal }: CliContext, { sandboxImage }: Pick<Config, 'sandboxImage'> = {}): Host {
  const host = hostOf(terminal.process.env, terminal.process.cwd());
  return sandboxImage === undefined ? host : { ...host, sandboxImage };
}

/** A flag's text; absent when it was not given. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The names behind a flag that takes several. */
export function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
