import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { visibleLine } from '#engine/reports/visible.ts';

const Failure = z.looseObject({ code: z.string().optional(), message: z.string().optional() });

/**
 * What passes by itself: the server is away, starts, stops or is full (classes 08, 57P and 53), or two transactions
 * waited for each other (40). Codes without digits are the operating system's.
 */
const PASSING =
  /^(?:08\w{3}|57P0[1-5]|53300|40001|40P01|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|EAI_AGAIN)$/;
/** The library has no code for these. */
const PASSING_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** Whether the same may work a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof SecCodeError) return error.details['isPassing'] === true;
  const { code, message = '' } = read(error);
  return (code !== undefined && PASSING.test(code)) || PASSING_WORDS.test(message);
}

/** Whether two transactions (or a claim and the burial of its worker, 23503) were in each other's way: the one that lost is to be repeated at once. */
export function isClash(error: unknown): boolean {
  return /^(?:40|23503)/.test(read(error).code ?? '');
}

/** What the database said, as an error of ours: no password, and no text that was to be kept. */
export function databaseFailed(error: unknown, secrets: readonly string[]): SecCodeError {
  if (error instanceof SecCodeError) return error;
  const { code = '', message = '' } = read(error);
  // Class 22 quotes the data.
  const said = code.startsWith('22') ? '' : redact(message, secrets);
  const name = code === '' ? '' : ` (${code})`;
  return new SecCodeError('STORE_FAILED', `The database of the queue failed${name}${said === '' ? '' : `: ${said}`}.`, {
    remedy: remedyFor(code),
    details: { code, isPassing: isPassing(error) },
  });
}

function redact(message: string, secrets: readonly string[]): string {
  const safe = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message);
  return visibleLine(safe).slice(0, 300).replace(/\.$/, '');
}

function remedyFor(code: string): string {
  if (/^28/.test(code)) return 'Check the user of the address and the password in PGPASSWORD.';
  if (code === '3D000') return 'Create the database first, or correct its name in the address.';
  if (code === '42501') return 'Give the user of the address the rights that docs/guide/evaluation-workers.md lists.';
  if (PASSING.test(code)) return 'Check that the server runs and can be reached from this machine, and start again.';
  return 'Look into the log of the database server, and start again: results that are kept are not lost.';
}

function read(error: unknown): z.infer<typeof Failure> {
  return Failure.safeParse(error).data ?? {};
}
