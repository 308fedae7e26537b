import { SecCodeError } from '#core/errors.ts';

/** Lower case only, because some file systems take `A` and `a` for the same name. */
const SHAPE = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARACTERS = 6;

export interface SessionIdSeed {
  /** When the session starts, milliseconds since 1970 UTC. */
  readonly atMs: number;
  /** Yields numbers from 0 to below 1, as `Math.random` does. */
  readonly random: () => number;
}

/**
 * A name for a new session, such as `20261123-031502-k3x9q2`: UTC date, UTC time, six random characters.
 *
 * Sorting the names sorts the sessions by start. Two sessions of one second meet with a chance of 1 in 2 billion, and
 * the store refuses the second.
 */
export function newSessionId({ atMs, random }: SessionIdSeed): string {
  const [date = '', time = ''] = new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').split('T');
  const tail = Array.from(
    { length: RANDOM_CHARACTERS },
    () => ALPHABET[Math.floor(random() * ALPHABET.length)] ?? '0',
  ).join('');
  return `${date}-${time}-${tail}`;
}

/** Whether a store takes this name: 1 to 64 of `a` to `z`, digits and inner hyphens, and no device name of Windows. */
export function isSessionId(text: string): boolean {
  return SHAPE.test(text) && !RESERVED.test(text);
}

/**
 * Every store calls this before a name gets near a path or a query.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when `text` is no session id.
 */
export function checkSessionId(text: string): void {
  if (isSessionId(text)) return;
  throw new SecCodeError('INPUT_INVALID', `${JSON.stringify(text.slice(0, 80))} is not the id of a session.`, {
    remedy: 'Copy the id from the list that `seccode sessions` prints.',
  });
}
