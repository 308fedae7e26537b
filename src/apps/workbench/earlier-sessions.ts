import type { SourceFile } from '#core/source-file.ts';
import type { StopReason } from '#core/verdict.ts';
import type { ImportedFindings, Task } from '#core/task.ts';
import { redactSecrets, redactText } from '#engine/secrets/redact-secrets.ts';
import type { SessionStore } from '#engine/storage/store.ts';
import type { Extensions } from '../compose.ts';
import type { Host } from './host.ts';
import type { CallSettings } from './models.ts';
import { resumeSession } from './resume-session.ts';
import type { SessionResult, SessionWatch } from './run-session.ts';
import { storedImport } from './stored-import.ts';

/** A session of an earlier run. */
export interface EarlierSession {
  readonly sessionId: string;
  /** Goes on where it stopped; one that is over gives its result and asks nobody. */
  readonly resume: (
    calls: CallSettings,
    extensions: Extensions,
    host: Host,
    watch: SessionWatch,
  ) => Promise<SessionResult>;
}

/** Sessions that fixed imported findings, by what they were given. */
export interface EarlierSessions {
  /** The newest session on exactly this text and these findings. */
  readonly of: (file: SourceFile, imported: Omit<ImportedFindings, 'repeatedBy'>) => EarlierSession | undefined;
}

/** Ends that another try may better: such a session is begun anew. */
const FOR_NOW: ReadonlySet<StopReason> = new Set([
  'budget-exhausted',
  'truncated',
  'model-failed',
  'detector-failed',
  'cancelled',
]);

/** Looks through a store, once, for sessions on imported findings that nobody is writing now. */
export async function earlierSessions(store: Pick<SessionStore, 'list' | 'read'>): Promise<EarlierSessions> {
  const byTask = new Map<string, string>();
  for (const { sessionId, isLocked } of await store.list()) {
    if (isLocked) continue;
    // A damaged session is as good as none: the file is fixed anew.
    const events = await store.read(sessionId).catch(() => []);
    const [first] = events;
    if (first?.event.type !== 'session-started' || first.event.task.imported === undefined) continue;
    const end = events.map(({ event }) => event).findLast((event) => event.type === 'verdict-reached');
    const key = keyOf(first.event.task);
    if (byTask.has(key) || (end !== undefined && FOR_NOW.has(end.stopReason))) continue;
    byTask.set(key, sessionId);
  }
  return {
    of: (file, imported) => {
      const hidden = redactSecrets([file]);
      const stored = storedImport(imported, undefined, (text) => redactText(text, hidden).text);
      const sessionId = byTask.get(keyOf({ files: hidden.files, imported: stored }));
      if (sessionId === undefined) return undefined;
      return {
        sessionId,
        resume: async (calls, extensions, host, watch) => {
          const result = await resumeSession(sessionId, calls, extensions, host, watch);
          // The text at hand is the session's own, wherever the file lies.
          return result.isUnrestored === true ? { ...result, files: hidden.restore(result.files) } : result;
        },
      };
    },
  };
}

function keyOf({ files, imported }: Pick<Task, 'files' | 'imported'>): string {
  return JSON.stringify([
    files.map(({ path, text }) => [path, text]),
    imported?.findings.map(({ rule, span, message, severity }) => [
      rule,
      span.path,
      span.startLine,
      span.endLine,
      message,
      severity,
    ]),
  ]);
}
