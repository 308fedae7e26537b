import { SecCodeError } from '#core/errors.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Task } from '#core/task.ts';
import { redactSecrets, redactText } from '#engine/secrets/redact-secrets.ts';
import type { Extensions } from '../compose.ts';
import { VERSION } from '../version.ts';
import { collectFiles } from './collect-files.ts';
import type { Host } from './host.ts';
import { type CallSettings, type Models, openModels } from './models.ts';
import { runLoggedSession, type SessionResult, type SessionWatch, startOf } from './run-session.ts';

/**
 * Takes an interrupted session up where its log ends. A session that has its verdict gives it back and does nothing.
 *
 * Secrets are not in the log: those of a fix are read again from the files on disk. If these have changed since, the
 * program keeps its placeholders.
 *
 * @throws {SecCodeError} `SESSION_NOT_FOUND`, `SESSION_LOCKED`, `SESSION_DAMAGED`, or what the session itself throws.
 */
export async function resumeSession(
  sessionId: string,
  calls: CallSettings,
  extensions: Extensions,
  host: Host,
  watch: SessionWatch,
): Promise<SessionResult> {
  const log = await (await extensions.openStore(host.stateFolder)).open(sessionId);
  try {
    const { task, settings } = startOf(log);
    const isOver = log.events.some(({ event }) => event.type === 'verdict-reached');
    // A finished session asks nobody, so it needs no key to show its result again.
    const models = isOver ? noModels : await openModels(settings, calls, extensions.providers, host);
    try {
      if (!isOver) await log.append({ type: 'session-resumed', version: VERSION });
      const restore = await restorerOf(task, extensions, host);
      const result = await runLoggedSession(log, models, extensions, host, watch, restore ?? ((files) => files));
      return restore === undefined ? { ...result, isUnrestored: true } : result;
    } finally {
      await models.close();
    }
  } finally {
    await log.close();
  }
}

const noModels: Models = {
  call: () => Promise.reject(new TypeError('A finished session asked a model.')),
  close: () => Promise.resolve(),
};

/** Puts secrets back from the files on disk; `undefined` when these are no longer the session's, or not to be found. */
async function restorerOf(
  task: Task,
  extensions: Extensions,
  host: Host,
): Promise<((files: SourceFiles) => SourceFiles) | undefined> {
  if (task.files.length === 0) return (files) => files;
  try {
    const paths = task.files.map(({ path }) => path);
    const { files } = await collectFiles(paths, host.folder, await extensions.syntax());
    const hidden = redactSecrets(files);
    const isSame = task.files.every(({ path, text }) =>
      hidden.files.some((now) => now.path === path && now.text === text),
    );
    return isSame ? redactText(task.request, hidden).redaction.restore : undefined;
  } catch (error) {
    if (error instanceof SecCodeError) return undefined;
    throw error;
  }
}
