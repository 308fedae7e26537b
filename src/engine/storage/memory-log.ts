import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import type { SessionLog } from './store.ts';

/** A log that lives as long as the process: for replays and for programs that keep sessions themselves. */
export function openMemoryLog(sessionId: string, nowMs: () => number, past: readonly StoredEvent[] = []): SessionLog {
  const events: StoredEvent[] = [...past];
  return {
    sessionId,
    events,
    append: (event: SessionEvent) => {
      const stored: StoredEvent = { sequence: events.length + 1, atMs: nowMs(), event };
      events.push(stored);
      return Promise.resolve(stored);
    },
    close: () => Promise.resolve(),
  };
}
