import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { SessionSettings } from '#core/settings.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Task } from '#core/task.ts';
import { cellKey, type EvalCell } from '#engine/evals/eval-cell.ts';
import type { CallProgress } from '#engine/models/call-progress.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import { redactSecrets, redactText } from '#engine/secrets/redact-secrets.ts';
import { openMemoryLog } from '#engine/storage/memory-log.ts';
import type { SessionLog } from '#engine/storage/store.ts';
import type { Extensions } from '../../compose.ts';
import { VERSION } from '../../version.ts';
import type { Host } from '../host.ts';
import type { Models } from '../models.ts';
import { runLoggedSession, type SessionResult } from '../run-session.ts';

/** A cell as one session. */
export interface EvalSession {
  readonly cell: EvalCell;
  readonly runId: string;
  readonly language: string;
  readonly settings: SessionSettings;
  /** Where sessions of the run are kept; absent: nowhere. */
  readonly folder?: string;
  readonly models: Models;
  readonly extensions: Extensions;
  readonly host: Host;
  readonly tools: Toolbox;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: CallProgress) => void;
  /** Called with the log before anything is done; its events go on growing. */
  readonly onLog?: (log: SessionLog) => void;
  /** Called with a log that has events of an earlier, interrupted part: these are paid. */
  readonly onResumed?: (log: SessionLog) => void;
}

/** A session at its end, with its log still there. */
export interface EndedSession {
  readonly result: SessionResult;
  /** Puts back the secrets that the sample came with. */
  readonly restore: (files: SourceFiles) => SourceFiles;
  /** Forgets the session, so that the cell starts from the beginning when it is run again. */
  readonly forget: () => Promise<void>;
}

/** The same for a cell of a run wherever and whenever it is run: a killed run finds its sessions again. */
export function sessionIdOf(runId: string, cell: EvalCell): string {
  return createHash('sha256')
    .update(`${runId}\n${cellKey(cell)}`)
    .digest('hex')
    .slice(0, 40);
}

/**
 * Runs the session of a cell to its verdict, from wherever it stands.
 *
 * @throws {SecCodeError} as sessions do, `CANCELLED` above all; the session then goes on when the cell is run again.
 */
export async function runEvalSession(session: EvalSession): Promise<EndedSession> {
  const { cell, extensions, host, models, tools, signal, onProgress } = session;
  const sessionId = sessionIdOf(session.runId, cell);
  const { log, forget } = await openLog(sessionId, session);
  session.onLog?.(log);
  try {
    const hidden = redactSecrets(cell.mode === 'code' ? (cell.sample.files ?? []) : []);
    const { text: request, redaction } = redactText(cell.sample.request ?? '', hidden);
    const { restore } = redaction;
    if (log.events.length === 0) {
      const task: Task = {
        kind: cell.mode === 'code' ? 'fix' : 'generate',
        request,
        language: session.language,
        files: hidden.files,
      };
      await log.append({ type: 'session-started', sessionId, task, settings: session.settings, version: VERSION });
    } else if (log.events.at(-1)?.event.type !== 'verdict-reached') {
      session.onResumed?.(log);
      await log.append({ type: 'session-resumed', version: VERSION });
    }
    const watch = { signal, tools, ...(onProgress === undefined ? {} : { onProgress }) };
    const result = await runLoggedSession(log, models, extensions, host, watch, restore);
    return { result, restore, forget };
  } finally {
    await log.close();
  }
}

interface OpenedLog {
  readonly log: SessionLog;
  readonly forget: () => Promise<void>;
}

async function openLog(sessionId: string, { folder, extensions, host }: EvalSession): Promise<OpenedLog> {
  if (folder === undefined) return { log: openMemoryLog(sessionId, host.nowMs), forget: () => Promise.resolve() };
  // A folder with a hundred thousand entries is slow on many file systems.
  const store = await extensions.openStore(join(folder, sessionId.slice(0, 2)));
  const forget = async (): Promise<void> => await store.delete(sessionId);
  try {
    return { log: await store.create(sessionId), forget };
  } catch (error) {
    if (!(error instanceof SecCodeError) || error.code !== 'SESSION_LOCKED') throw error;
  }
  try {
    return { log: await store.open(sessionId), forget };
  } catch (error) {
    if (!(error instanceof SecCodeError) || error.code !== 'SESSION_DAMAGED') throw error;
    // It was cut off before its first event, or by something that is not ours: nothing in it can be gone on with.
    await store.delete(sessionId);
    return { log: await store.create(sessionId), forget };
  }
}
