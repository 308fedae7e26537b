import { SecCodeError } from '#core/errors.ts';
import type { RegistryName } from './suspect.ts';

/** Where registries are asked, and how long one answer may take. */
export interface LookupSettings {
  /** Those that the person named; no other registry is asked. */
  readonly addresses: Readonly<Partial<Record<RegistryName, URL>>>;
  readonly timeoutMs: number;
}

const TIMEOUT_MS = 10_000;

/**
 * What the person said of look-ups: `lookup=yes`, the addresses `pypi` and `npm`, and `timeoutMs` to change the usual.
 * `undefined` when nobody asked for them.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` for an address that names would not be safe with, or one with a password.
 */
export function lookupSettings(settings: Readonly<Record<string, string>> = {}): LookupSettings | undefined {
  if (settings['lookup'] !== 'yes') return undefined;
  const timeout = Number(settings['timeoutMs'] ?? TIMEOUT_MS);
  return {
    addresses: { ...addressOf('pypi', settings), ...addressOf('npm', settings) },
    timeoutMs: Number.isInteger(timeout) && timeout > 0 ? Math.min(timeout, 60_000) : TIMEOUT_MS,
  };
}

function addressOf(
  registry: RegistryName,
  settings: Readonly<Record<string, string>>,
): Readonly<Partial<Record<RegistryName, URL>>> {
  const written = settings[registry];
  if (written === undefined) return {};
  const address = URL.canParse(written) ? new URL(written.endsWith('/') ? written : `${written}/`) : undefined;
  const isLocal = address !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(address.hostname);
  const isSafe = address?.protocol === 'https:' || (address?.protocol === 'http:' && isLocal);
  // The address is not repeated: it may hold a password.
  if (address === undefined || !isSafe || address.username !== '' || address.password !== '') {
    throw new SecCodeError(
      'DETECTOR_FAILED',
      `packages: the address of the registry ${registry} is no HTTPS address without user name and password.`,
      { remedy: `Give another one with --detector-setting packages.${registry}=ADDRESS.`, details: { registry } },
    );
  }
  return { [registry]: address };
}
