import { SecCodeError } from '#core/errors.ts';

/** Where a setting comes from. */
export type ConfigSource =
  | { readonly kind: 'default' }
  | { readonly kind: 'user' | 'project'; readonly path: string }
  | { readonly kind: 'environment' }
  | { readonly kind: 'flag' }
  /** An option of a function of the public API. */
  | { readonly kind: 'option' };

/** Something wrong with one setting. */
export interface ConfigFault {
  readonly source: ConfigSource;
  /** Dotted path of the key as it is written; empty for the source as a whole. */
  readonly key: string;
  /** A fact that follows the name of the setting: "is 'x'; expected is a number". */
  readonly fact: string;
  readonly remedy: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** The one form of every complaint about configuration: which setting, where, what is wrong, what to do. */
export function configError({ source, key, fact, remedy, details }: ConfigFault): SecCodeError {
  const name = key === '' ? '' : nameOf(source, key);
  const sentence = name === '' ? fact : `${name} ${fact}`;
  const message = 'path' in source ? `${source.path}: ${sentence}` : sentence;
  return new SecCodeError('CONFIG_INVALID', message, {
    remedy,
    details: { source: 'path' in source ? source.path : source.kind, key, ...details },
  });
}

/** What the person wrote to set `key`: `'maxCost'` in a file, `SECCODE_MAX_COST`, `--max-cost`. */
function nameOf({ kind }: ConfigSource, key: string): string {
  switch (kind) {
    case 'environment':
      return variableOf(key);
    case 'flag':
      return flagOf(key);
    default:
      return `'${key}'`;
  }
}

/** Words for `config show`: `default`, `project: /path`, `environment: SECCODE_MODEL`, `flag: --model`. */
export function originOf(source: ConfigSource, key: string): string {
  switch (source.kind) {
    case 'default':
    case 'option':
      return source.kind;
    case 'user':
    case 'project':
      return `${source.kind}: ${source.path}`;
    case 'environment':
      return `environment: ${variableOf(key)}`;
    case 'flag':
      return `flag: ${flagOf(key)}`;
  }
}

/** Prefix of every environment variable that is a setting. */
export const VARIABLE_PREFIX = 'SECCODE_';

export function variableOf(key: string): string {
  return VARIABLE_PREFIX + key.replace(/[A-Z]/g, '_$&').toUpperCase();
}

function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
}
