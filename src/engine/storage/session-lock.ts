import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '#core/parse-json.ts';
import { errorCode } from './durable.ts';
import { currentProcess, isAlive, ProcessIdentity } from './process-identity.ts';

const LOCK = /^lock\.([1-9]\d{0,14})$/;
const OWNER = 'owner.json';
const RELEASED = 'released';
const CLAIM = '.claim-';
/** Each failed try means that another process got ahead; more than a few only happen when many take turns. */
const TRIES = 8;

/** A session folder held by this process. */
export interface SessionLock {
  /** Gives the folder free. Safe to call twice. */
  readonly release: () => Promise<void>;
}

export type LockAttempt =
  | { readonly kind: 'taken'; readonly lock: SessionLock }
  /** `lockFolder` is what to delete by hand should the holder be gone for good. */
  | { readonly kind: 'held'; readonly lockFolder: string; readonly holder: string };

/**
 * Takes a session folder for this process alone, from a dead holder too.
 *
 * The lock is a row of folders `lock.1`, `lock.2`, … of which only the highest counts, and the highest is never
 * removed. It is free when its holder said so or is dead. To take it, a process moves a finished folder to the next
 * number: a rename onto a folder with content fails on every system, so one process wins, and at no moment is there a
 * lock without its owner's name. A process that was asleep and comes late may still recreate a number that has been
 * cleared away, but then a higher one exists, and looking once more after the rename tells it that it has lost.
 *
 * Not proper-lockfile: it takes a stale lock by removing and making it again, between which a third process can slip
 * in, and it judges by the age of a heartbeat, which a computer that was suspended does not send.
 */
export async function takeLock(folder: string): Promise<LockAttempt> {
  let attempt: LockAttempt | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const below = await highest(folder);
    const holder = below === 0 ? undefined : await holderOf(lockFolder(folder, below));
    if (holder !== undefined) return { kind: 'held', lockFolder: lockFolder(folder, below), holder };

    const mine = below + 1;
    const mineFolder = lockFolder(folder, mine);
    attempt = { kind: 'held', lockFolder: mineFolder, holder: 'another process' };
    if (!(await claim(folder, mineFolder))) continue;
    if ((await highest(folder)) !== mine) {
      await rm(mineFolder, { recursive: true, force: true });
      continue;
    }
    await clear(folder, mine);
    return { kind: 'taken', lock: { release: () => release(mineFolder) } };
  }
  return attempt ?? { kind: 'held', lockFolder: lockFolder(folder, 1), holder: 'another process' };
}

/** Puts the first lock into a folder that no other process knows of yet. */
export async function lockNewFolder(folder: string, finalFolder: string): Promise<SessionLock> {
  await writeOwner(lockFolder(folder, 1));
  return { release: () => release(lockFolder(finalFolder, 1)) };
}

/** Whether a living process holds the folder. */
export async function isLocked(folder: string): Promise<boolean> {
  const number = await highest(folder);
  return number > 0 && (await holderOf(lockFolder(folder, number))) !== undefined;
}

function lockFolder(folder: string, number: number): string {
  return join(folder, `lock.${number}`);
}

async function highest(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(LOCK.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

/** Who holds the lock, in words; `undefined` when it is free. */
async function holderOf(folder: string): Promise<string | undefined> {
  let names: readonly string[];
  let text: string;
  try {
    names = await readdir(folder);
    if (names.includes(RELEASED)) return undefined;
    text = await readFile(join(folder, OWNER), 'utf8');
  } catch (error) {
    // Cleared away by a newer holder; the claim that follows finds that out.
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  // Unreadable only after a power cut, which no holder survives: the owner is written before the lock appears.
  const owner = readOwner(text);
  if (owner === undefined || !(await isAlive(owner))) return undefined;
  return `process ${owner.pid} on ${owner.place}`;
}

function readOwner(text: string): ProcessIdentity | undefined {
  const json = parseJson(text);
  return json.ok ? ProcessIdentity.safeParse(json.value).data : undefined;
}

async function claim(folder: string, target: string): Promise<boolean> {
  // eslint-disable-next-line no-restricted-syntax -- the name of a draft has only to be nobody else's: nothing follows from it
  const draft = join(folder, `${CLAIM}${randomUUID()}`);
  try {
    await writeOwner(draft);
  } catch (error) {
    // The winner cleared the draft away; when the whole folder is gone, listing it says so.
    if (errorCode(error) === 'ENOENT' && (await highest(folder)) > 0) return false;
    throw error;
  }
  try {
    await rename(draft, target);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // EPERM and EACCES are how Windows says that the target exists.
    const isLost = ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '');
    if (isLost && (await highest(folder)) > 0) return false;
    throw error;
  }
}

async function writeOwner(folder: string): Promise<void> {
  await mkdir(folder);
  const handle = await open(join(folder, OWNER), 'wx');
  try {
    await handle.writeFile(JSON.stringify(await currentProcess()));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Removes the locks below `mine` and the drafts of processes that were killed; late ones find theirs gone and lose. */
async function clear(folder: string, mine: number): Promise<void> {
  const old = (await readdir(folder)).filter((name) => {
    const number = Number(LOCK.exec(name)?.[1] ?? Number.POSITIVE_INFINITY);
    return number < mine || name.startsWith(CLAIM);
  });
  await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

async function release(folder: string): Promise<void> {
  try {
    await writeFile(join(folder, RELEASED), '');
  } catch (error) {
    // The session was deleted, or a newer holder cleared this lock away: free either way.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
