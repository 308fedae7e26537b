import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import PQueue from 'p-queue';
import { SecCodeError } from '#core/errors.ts';
import type { StoredEvent } from '#core/session-event.ts';
import { checkSessionId, isSessionId } from '#engine/storage/session-id.ts';
import { summariseSession } from '#engine/storage/session-summary.ts';
import type { SessionLog, SessionStore, SessionSummary } from '#engine/storage/store.ts';
import { errorCode, storeFailure, syncFolder } from '#engine/storage/durable.ts';
import { FileSessionLog } from './file-session-log.ts';
import { readLogEnds } from './log-ends.ts';
import { readLogText } from './log-text.ts';
import { isLocked, lockNewFolder, type SessionLock, takeLock } from '#engine/storage/session-lock.ts';

const EVENTS = 'events.jsonl';
/** Folders that begin like this are on their way in or out, and no sessions. */
const DRAFT = '.new-';
const DELETED = '.deleted-';
const LIST_CONCURRENCY = 16;

export interface FilesStoreOptions {
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
}

/**
 * Keeps each session in `<folder>/sessions/<id>/events.jsonl`, one event per line.
 *
 * The folder gets a `.gitignore` of its own: sessions hold prompts and code, and nobody should publish them unawares.
 */
export function openStore(folder: string, { now = Date.now }: FilesStoreOptions = {}): SessionStore {
  const sessions = join(folder, 'sessions');
  const at = (sessionId: string): string => join(sessions, sessionId);

  return {
    create: (sessionId) => guarded(sessionId, at(sessionId), () => create(folder, sessionId, now)),
    open: (sessionId) => guarded(sessionId, at(sessionId), () => openSession(at(sessionId), sessionId, now)),
    read: (sessionId) => guarded(sessionId, at(sessionId), () => readEvents(at(sessionId))),
    delete: (sessionId) => guarded(sessionId, at(sessionId), () => remove(sessions, sessionId)),
    list: () => list(sessions),
  };
}

/** Checks the id before it becomes a path, and gives every error of the file system its name. */
async function guarded<Result>(sessionId: string, path: string, act: () => Promise<Result>): Promise<Result> {
  checkSessionId(sessionId);
  try {
    return await act();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new SecCodeError('SESSION_NOT_FOUND', `There is no session '${sessionId}' here.`, {
        remedy: 'Choose one that `seccode sessions` lists, or run SecCode in the folder that the session belongs to.',
        details: { sessionId },
        cause: error,
      });
    }
    if (error instanceof Error && errorCode(error) === undefined) throw error;
    throw storeFailure(error, path);
  }
}

async function create(folder: string, sessionId: string, now: () => number): Promise<SessionLog> {
  const sessions = join(folder, 'sessions');
  const session = join(sessions, sessionId);
  await prepare(folder, sessions);

  // Made aside and moved in locked: at no moment is there a session that another process could take.
  const draft = join(sessions, `${DRAFT}${randomUUID()}`);
  let lock: SessionLock;
  try {
    await mkdir(draft);
    const file = await open(join(draft, EVENTS), 'wx');
    await file.close();
    lock = await lockNewFolder(draft, session);
    await syncFolder(draft);
    await rename(draft, session);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (await exists(session)) {
      throw new SecCodeError('SESSION_LOCKED', `A session '${sessionId}' exists already.`, {
        remedy: 'Start the session under another id.',
        details: { sessionId },
        cause: error,
      });
    }
    throw storeFailure(error, session);
  }
  return openOrRelease(lock, async () => {
    await syncFolder(sessions);
    return { sessionId, file: join(session, EVENTS), events: [], wholeBytes: 0, now };
  });
}

async function openSession(session: string, sessionId: string, now: () => number): Promise<SessionLog> {
  const lock = await lockOrRefuse(session, sessionId);
  return openOrRelease(lock, async () => {
    const file = join(session, EVENTS);
    return { sessionId, file, now, ...readLogText(await readFile(file), file) };
  });
}

async function openOrRelease(
  lock: SessionLock,
  prepareLog: () => Promise<Omit<Parameters<typeof FileSessionLog.open>[0], 'lock'>>,
): Promise<SessionLog> {
  try {
    return await FileSessionLog.open({ ...(await prepareLog()), lock });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function readEvents(session: string): Promise<readonly StoredEvent[]> {
  const file = join(session, EVENTS);
  return readLogText(await readFile(file), file).events;
}

async function remove(sessions: string, sessionId: string): Promise<void> {
  const lock = await lockOrRefuse(join(sessions, sessionId), sessionId);
  try {
    // One step, so that a crash leaves either the session or nothing that looks like one.
    await rename(join(sessions, sessionId), join(sessions, `${DELETED}${randomUUID()}`));
    await syncFolder(sessions);
  } catch (error) {
    await lock.release();
    throw error;
  }
  const deleted = (await readdir(sessions)).filter((name) => name.startsWith(DELETED));
  await Promise.all(deleted.map((name) => rm(join(sessions, name), { recursive: true, force: true })));
}

async function lockOrRefuse(session: string, sessionId: string): Promise<SessionLock> {
  const attempt = await takeLock(session);
  if (attempt.kind === 'taken') return attempt.lock;
  throw new SecCodeError('SESSION_LOCKED', `Session '${sessionId}' is held by ${attempt.holder}.`, {
    remedy: `Wait until it is done; if that process is certainly gone, delete the folder '${attempt.lockFolder}'.`,
    details: { sessionId },
  });
}

async function list(sessions: string): Promise<readonly SessionSummary[]> {
  let names: readonly string[];
  try {
    names = await readdir(sessions);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw storeFailure(error, sessions);
  }
  const queue = new PQueue({ concurrency: LIST_CONCURRENCY });
  const summaries = await queue.addAll(
    names.filter(isSessionId).map((name) => () => summarise(join(sessions, name), name)),
  );
  return summaries
    .filter((summary) => summary !== undefined)
    .sort((a, b) => b.startedAtMs - a.startedAtMs || (a.sessionId < b.sessionId ? 1 : -1));
}

async function summarise(session: string, sessionId: string): Promise<SessionSummary | undefined> {
  try {
    const locked = await isLocked(session);
    const ends = await readLogEnds(join(session, EVENTS));
    // The folder's name is what `open` takes, whatever the log says.
    if (ends !== undefined) return { ...summariseSession({ ...ends, isLocked: locked }), sessionId };
    return await unreadable(session, { sessionId, title: locked ? '(starting)' : '(damaged)', isLocked: locked });
  } catch {
    return unreadable(session, { sessionId, title: '(damaged)', isLocked: false });
  }
}

async function unreadable(
  session: string,
  known: Pick<SessionSummary, 'sessionId' | 'title' | 'isLocked'>,
): Promise<SessionSummary | undefined> {
  try {
    const { mtimeMs } = await stat(session);
    return { ...known, startedAtMs: mtimeMs, updatedAtMs: mtimeMs, language: '', model: '', iterations: 0 };
  } catch {
    // Deleted since the folder was listed.
    return undefined;
  }
}

async function prepare(folder: string, sessions: string): Promise<void> {
  try {
    const firstMade = await mkdir(sessions, { recursive: true });
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    if (firstMade === undefined) return;
    await syncFolder(folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    throw storeFailure(error, folder);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
