import type { z } from 'zod';
import { nearestName } from '#core/nearest-name.ts';
import { findSecrets } from '#engine/secrets/find-secrets.ts';
import { configError, type ConfigSource } from './config-error.ts';
import type { ConfigValues } from './config-values.ts';
import { CONFIG_KEYS, configSchema } from './schema.ts';

/** A key that was meant to hold a credential. */
const CREDENTIAL_KEY =
  /(?:api|access|secret|private|auth)[-_ ]?key$|^key$|keys$|token$|secret$|passw(?:or)?d$|credentials?$/i;

const PRICE_KEYS: readonly string[] = ['input', 'output', 'cachedInput'];

/**
 * Checks what one source says.
 *
 * @throws {SecCodeError} `CONFIG_INVALID` for the first thing that is wrong: a secret, an unknown key, a bad value.
 */
export function checkLayer(value: unknown, source: ConfigSource): ConfigValues {
  refuseSecrets(value, source);
  const checked = configSchema.safeParse(value ?? {});
  if (checked.success) return checked.data;
  const issues = checked.error.issues;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  throw issue === undefined ? new Error('A failed check has an issue.') : faultOf(issue, value, source);
}

function faultOf(issue: z.core.$ZodIssue, value: unknown, source: ConfigSource): Error {
  const path = issue.path.map(String);
  if (path.length === 0 && issue.code === 'invalid_type') {
    const fact = `holds ${shown(value)}; expected is a list of keys and values`;
    return configError({ source, key: '', fact: `${fact}.`, remedy: 'Write one "key: value" per line.' });
  }
  if (issue.code === 'unrecognized_keys') return unknownKey([...path, issue.keys[0] ?? ''], source);
  const written = path.reduce<unknown>(valueIn, value);
  const expected = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const nearest =
    issue.code === 'invalid_value' && typeof written === 'string'
      ? nearestName(written, issue.values.map(String))
      : undefined;
  return configError({
    source,
    key: path.join('.'),
    fact: written === undefined ? 'is missing.' : `is ${shown(written)}.`,
    remedy: nearest === undefined ? `Give ${expected}.` : `Did you mean '${nearest}'? Give ${expected}.`,
    details: { expected, value: shown(written), ...(nearest === undefined ? {} : { nearest }) },
  });
}

function unknownKey(path: readonly string[], source: ConfigSource): Error {
  const key = path.at(-1) ?? '';
  const known = path.length === 1 ? CONFIG_KEYS : PRICE_KEYS;
  const nearest = nearestName(key.replace(/[-_]/g, ''), known);
  return configError({
    source,
    key: path.join('.'),
    fact: 'is not a setting.',
    remedy:
      nearest === undefined
        ? `Remove it, or choose one of ${known.join(', ')}.`
        : `Did you mean '${nearest}'? Rename or remove the key.`,
    ...(nearest === undefined ? {} : { details: { nearest } }),
  });
}

/** A file is read by more people and programs than a key may be; nothing of the value gets into the message. */
function refuseSecrets(value: unknown, source: ConfigSource, path: readonly string[] = []): void {
  const refuse = (fact: string): never => {
    throw configError({
      source,
      key: path.join('.'),
      fact,
      remedy: 'Remove it here and set the environment variable of the provider, such as OPENAI_API_KEY.',
    });
  };
  const key = path.at(-1) ?? '';
  const isKnown = path.length !== 1 || CONFIG_KEYS.some((known) => known === key);
  if (!isKnown && CREDENTIAL_KEY.test(key)) refuse('looks like a credential, and settings hold none.');
  if (typeof value === 'string' && findSecrets(value.slice(0, 10_000)).length > 0) {
    refuse('holds a credential, and settings hold none.');
  }
  if (typeof value !== 'object' || value === null || path.length > 4) return;
  for (const [name, part] of Object.entries(value)) refuseSecrets(part, source, [...path, name]);
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** A value as it may stand in a message. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value ?? null);
  const visible = text.replace(/\p{Cc}/gu, '\uFFFD');
  return visible.length > 60 ? `${visible.slice(0, 59)}…` : visible;
}
