import { SecCodeError } from '#core/errors.ts';
import type { SessionStore, SessionSummary } from '#engine/storage/store.ts';

/**
 * The id of the newest session that `isWanted`.
 *
 * @throws {SecCodeError} `SESSION_NOT_FOUND`.
 */
export async function newestSession(
  store: SessionStore,
  isWanted: (summary: SessionSummary) => boolean = () => true,
): Promise<string> {
  const found = (await store.list()).find(isWanted);
  if (found !== undefined) return found.sessionId;
  throw new SecCodeError('SESSION_NOT_FOUND', 'There is no such session in this folder.', {
    remedy: 'Run `seccode sessions` to see which there are, in the folder where they were started.',
  });
}
