import { nearestName } from '#core/nearest-name.ts';
import { configError, VARIABLE_PREFIX, variableOf } from './config-error.ts';
import type { ConfigKey } from './config-values.ts';
import { readJson } from './parse-data.ts';
import { CONFIG_KEYS, schemaOf } from './schema.ts';

/** What the environment says. */
export interface EnvironmentValues {
  readonly values: Readonly<Record<string, unknown>>;
  /** Variables with our prefix that are no setting and not near one; for `doctor`. */
  readonly unknownVariables: readonly string[];
}

/** Variables that other parts read; they say where things lie or how errors look, and decide nothing else. */
const OTHER_VARIABLES: ReadonlySet<string> = new Set(['SECCODE_MODELS', 'SECCODE_QUEUE', 'SECCODE_VERBOSE']);

/** Credentials have variables of their own, and those are not settings. */
const CREDENTIAL_VARIABLE = /_(?:KEY|TOKEN|SECRET|PASSWORD)$/;

/**
 * Reads the settings among environment variables: `SECCODE_MAX_COST=0.5`. An empty one is not set.
 *
 * @throws {SecCodeError} `CONFIG_INVALID` for a variable that is a slip of the keyboard away from a setting: a limit that
 * is silently not set costs money.
 */
export function environmentValues(environment: Readonly<Record<string, string | undefined>>): EnvironmentValues {
  const keys = new Map<string, ConfigKey>(CONFIG_KEYS.map((key) => [variableOf(key), key]));
  const suffixes = [...keys.keys()].map((variable) => variable.slice(VARIABLE_PREFIX.length));
  const values: Record<string, unknown> = {};
  const unknownVariables: string[] = [];
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(VARIABLE_PREFIX) || text === undefined || text.trim() === '') continue;
    const key = keys.get(variable);
    if (key !== undefined) {
      values[key] = fromText(key, text);
      continue;
    }
    if (OTHER_VARIABLES.has(variable) || CREDENTIAL_VARIABLE.test(variable)) continue;
    const nearest = nearestName(variable.slice(VARIABLE_PREFIX.length), suffixes);
    if (nearest !== undefined) {
      throw configError({
        source: { kind: 'environment' },
        key: '',
        fact: `${variable} is not a setting.`,
        remedy: `Did you mean ${VARIABLE_PREFIX}${nearest}? Rename or unset the variable.`,
        details: { nearest: VARIABLE_PREFIX + nearest },
      });
    }
    unknownVariables.push(variable);
  }
  return { values, unknownVariables };
}

/** What the flags say, by key. Those not given are left out. */
export function flagValues(flags: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(flags)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const key = CONFIG_KEYS.find((known) => known === name);
        return [name, key !== undefined && typeof value === 'string' ? fromText(key, value) : value];
      }),
  );
}

/** Takes the first reading of a text that the key allows: text, number, list by commas, JSON. Else the text. */
function fromText(key: ConfigKey, text: string): unknown {
  const schema = schemaOf(key);
  const trimmed = text.trim();
  const json = trimmed.startsWith('{') ? readJson(trimmed) : undefined;
  const readings: readonly unknown[] = [
    trimmed,
    ...(/^\d+(?:\.\d+)?$/.test(trimmed) ? [Number(trimmed)] : []),
    ...(trimmed === 'true' || trimmed === 'false' ? [trimmed === 'true'] : []),
    trimmed.split(',').map((part) => part.trim()),
    ...(json !== undefined && 'value' in json ? [json.value] : []),
  ];
  return readings.find((reading) => schema.safeParse(reading).success) ?? trimmed;
}
