import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asksTheSame, type RelayRequest } from './wire.ts';

const NUMBERED = /^\.?(\d{4,})\./;
const REQUEST = /^(\d{4,})\.request\.json$/;

/** A request on its way into a folder. */
export interface Posting {
  readonly folder: string;
  readonly request: RelayRequest;
  /** Numbers whose replies were taken already. */
  readonly delivered: ReadonlySet<string>;
}

/**
 * Puts a request into the folder under the next number, or finds it there from before, and gives the number.
 *
 * Found is what a session asked before it was killed. Numbers in `delivered` are passed over: whoever repeats a request
 * after it was answered wants another answer.
 *
 * Several processes may share the folder. The temporary file, created exclusively, is the claim on its number; the
 * request appears under its own name by a rename, so that nobody ever sees half of it.
 */
export async function postRequest({ folder, request, delivered }: Posting): Promise<string> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const waiting = names.filter((name) => !delivered.has(REQUEST.exec(name)?.[1] ?? ''));
  const asked = await findAsked(folder, waiting, request);
  if (asked !== undefined) return asked;

  // A number whose reply lies there counts as used: an old reply must not answer a new request.
  const used = names.map((name) => Number(NUMBERED.exec(name)?.[1] ?? 0));
  for (let number = Math.max(0, ...used) + 1; ; number += 1) {
    const padded = String(number).padStart(4, '0');
    if (await claim(folder, padded, `${JSON.stringify(request, null, 2)}\n`)) return padded;
  }
}

async function findAsked(folder: string, names: readonly string[], request: RelayRequest): Promise<string | undefined> {
  for (const name of names.filter((found) => REQUEST.test(found)).sort()) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (asksTheSame(text, request)) return REQUEST.exec(name)?.[1];
  }
  return undefined;
}

async function claim(folder: string, number: string, text: string): Promise<boolean> {
  const wanted = join(folder, `${number}.request.json`);
  const temporary = join(folder, `.${number}.request.json.tmp`);
  const handle = await open(temporary, 'wx').catch((error: unknown) => {
    if (isCode(error, 'EEXIST')) return undefined;
    throw error;
  });
  if (handle === undefined) return false;
  try {
    await handle.writeFile(text, 'utf8').finally(() => handle.close());
    // Whoever had the number before has renamed its claim away by now, so the look at the final name is decisive.
    if (await exists(wanted)) return false;
    await rename(temporary, wanted);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Whether an error carries this code of the operating system. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
