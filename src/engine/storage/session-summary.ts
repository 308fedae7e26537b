import type { SessionStarted, StoredEvent } from '#core/session-event.ts';
import type { SessionSummary } from './store.ts';

/** Longest title, in characters. */
const TITLE_LENGTH = 100;

/** As much of a session as one line of a list needs: its ends. */
export interface SessionEnds {
  readonly started: SessionStarted;
  readonly startedAtMs: number;
  readonly last: StoredEvent;
  /** Number of the last iteration that began; absent when none did. */
  readonly lastIteration?: number;
  readonly isLocked: boolean;
}

/** One line of `seccode sessions`, from the two ends of a log, so that no store has to read all of it. */
export function summariseSession({ started, startedAtMs, last, lastIteration, isLocked }: SessionEnds): SessionSummary {
  const { event } = last;
  return {
    sessionId: started.sessionId,
    startedAtMs,
    updatedAtMs: last.atMs,
    title: titleOf(started),
    language: started.task.language,
    model: started.settings.model,
    iterations: lastIteration === undefined ? 0 : lastIteration + 1,
    ...(event.type === 'verdict-reached' && { verdict: event.verdict, stopReason: event.stopReason }),
    isLocked,
  };
}

/** The iteration that an event belongs to; `undefined` for events of the session as a whole. */
export function iterationOf({ event }: StoredEvent): number | undefined {
  return 'iteration' in event ? event.iteration : undefined;
}

function titleOf({ task }: SessionStarted): string {
  const line = task.request.split('\n').find((text) => text.trim() !== '') ?? '';
  const title = line.trim() === '' ? task.files.map(({ path }) => path).join(', ') : line.trim();
  return title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title;
}
