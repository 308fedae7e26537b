import { SecCodeError } from '#core/errors.ts';
import type { DetectorSettings } from '#core/settings.ts';
import type { Config } from '../../config/config.ts';

/** Names of detectors and groups by which `packages` takes part. */
const NAMES: readonly string[] = ['packages', 'all', 'python', 'javascript', 'typescript'];

/** What the flags say. */
export interface LookupFlags {
  readonly isWanted: boolean;
  /** Names after `--detector`. */
  readonly detectors: readonly string[];
}

/** Where npm and pip of this machine look for packages; a setting of the detector wins. */
const VARIABLES = { npm: ['npm_config_registry', 'NPM_CONFIG_REGISTRY'], pypi: ['PIP_INDEX_URL'] } as const;

/**
 * What `--lookup-packages` makes of the settings: the detector `packages` may ask the registries that this machine uses.
 *
 * @throws {SecCodeError} `USAGE` when that detector takes no part, so that nothing would be looked up.
 */
export function withLookup(
  config: Config,
  { isWanted, detectors }: LookupFlags,
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  if (!isWanted) return config;
  const named = [...detectors, ...(config.feedback ?? []), ...(config.marking ?? [])];
  if (!named.some((name) => NAMES.includes(name))) {
    throw new SecCodeError('USAGE', '--lookup-packages has nothing to look up: the detector packages takes no part.', {
      remedy: 'Name it, too, with --detector packages or --marking syntax,packages.',
    });
  }
  const addresses = Object.fromEntries(
    Object.entries(VARIABLES).flatMap(([registry, names]) => {
      const value = names.map((name) => environment[name]).find((text) => text !== undefined && text !== '');
      return value === undefined ? [] : [[registry, value]];
    }),
  );
  const detectorSettings: DetectorSettings = {
    ...config.detectorSettings,
    packages: { ...addresses, ...config.detectorSettings?.['packages'], lookup: 'yes' },
  };
  return { ...config, detectorSettings };
}
