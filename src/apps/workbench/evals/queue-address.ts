import { SecCodeError } from '#core/errors.ts';

/** Variable that is read when no queue is named, by `seccode worker` alone. */
export const QUEUE_VARIABLE = 'SECCODE_QUEUE';
const VARIABLE = /^[A-Z][A-Z0-9_]{0,63}$/;

/**
 * The address that was meant: as it was written, or the value of the environment variable of that name.
 *
 * An address on the command line is seen by everybody on the machine, and stays in the shell's history: it may hold no
 * password.
 *
 * @throws {SecCodeError} `USAGE`, without the address.
 */
export function queueAddress(written: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (!VARIABLE.test(written)) {
    if (!hasPassword(written)) return written;
    throw new SecCodeError('USAGE', 'The address of the queue holds a password, which every process here can read.', {
      remedy: `Give the password as PGPASSWORD, or the whole address in a variable: --queue ${QUEUE_VARIABLE}.`,
    });
  }
  const value = environment[written];
  if (value !== undefined && value !== '') return value;
  throw new SecCodeError('USAGE', `The environment variable ${written} holds no address of a queue.`, {
    remedy: `Set it, for example to postgres://user@host/database.`,
  });
}

function hasPassword(address: string): boolean {
  return /^[a-z]+:\/\/[^/?#]*:[^/?#@]*@/i.test(address) || /[?&]password=/i.test(address);
}
