import { SecCodeError } from '#core/errors.ts';

/** Where a queue lies, and how patient its workers are. */
export interface PostgresAddress {
  /** For the library: without what is ours. May hold a password. */
  readonly connectionString: string;
  /** After so many seconds without a sign of life a worker counts as dead, and its cells are open again. */
  readonly leaseSeconds: number;
  /** For so many seconds a database that does not answer is asked again. */
  readonly patienceSeconds: number;
  /** What must not be shown. */
  readonly secrets: readonly string[];
}

const SCHEME = /^postgres(?:ql)?:\/\//i;
const LEASE = { name: 'seccode_lease', fallback: 120, least: 1, most: 86_400 } as const;
const PATIENCE = { name: 'seccode_patience', fallback: 300, least: 0, most: 86_400 } as const;

/** Whether this is an address of PostgreSQL. */
export function isPostgresAddress(address: string): boolean {
  return SCHEME.test(address);
}

/**
 * Takes an address apart. What is not ours is the library's: host, database, TLS.
 *
 * @throws {SecCodeError} `INPUT_INVALID`, without the address: it may hold a password.
 */
export function readAddress(address: string): PostgresAddress {
  // A folder of sockets is written as host=/var/run/postgresql behind an empty host, which is no URL.
  const [, head = '', rawQuery = ''] = /^([^?]*)\??(.*)$/s.exec(address) ?? [];
  if (!isPostgresAddress(address) || /\s/.test(address)) throw unreadable('it is none of PostgreSQL');
  const query = new URLSearchParams(rawQuery);
  const leaseSeconds = numberIn(query, LEASE);
  const patienceSeconds = numberIn(query, PATIENCE);
  const inHead = /^[^:]+:\/\/[^:@/]*:([^@/]*)@/.exec(head)?.[1];
  const secrets = [inHead, inHead === undefined ? undefined : decoded(inHead), query.get('password') ?? undefined];
  query.delete(LEASE.name);
  query.delete(PATIENCE.name);
  const rest = query.toString();
  return {
    connectionString: rest === '' ? head : `${head}?${rest}`,
    leaseSeconds,
    patienceSeconds,
    secrets: secrets.flatMap((secret) => (secret === undefined || secret === '' ? [] : [secret])),
  };
}

function numberIn(query: URLSearchParams, { name, fallback, least, most }: typeof LEASE | typeof PATIENCE): number {
  const written = query.get(name);
  if (written === null) return fallback;
  const value = Number(written);
  if (/^\d{1,6}(?:\.\d)?$/.test(written) && value >= least && value <= most) return value;
  throw unreadable(`${name} is no number of seconds from ${String(least)} to ${String(most)}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unreadable('its password is not percent-encoded');
  }
}

function unreadable(why: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `The address of the queue cannot be read: ${why}.`, {
    remedy: 'Write it as postgres://user@host:5432/database, and give the password as PGPASSWORD.',
  });
}
