import type { SessionEvent, StoredEvent } from '#core/session-event.ts';

/** One line of `seccode sessions`. */
export interface SessionSummary {
  readonly sessionId: string;
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
  /** First line of the request, or the paths of a fix. */
  readonly title: string;
  readonly language: string;
  readonly model: string;
  readonly iterations: number;
  /** Absent while the session has not ended. */
  readonly verdict?: string;
  readonly stopReason?: string;
  /** A process is writing it now. */
  readonly isLocked: boolean;
}

/** A session held for writing by this process alone. */
export interface SessionLog {
  readonly sessionId: string;
  /** Everything appended so far, in order. */
  readonly events: readonly StoredEvent[];
  /** Resolves once the event would survive a power cut. Appends are strictly one after another. */
  readonly append: (event: SessionEvent) => Promise<StoredEvent>;
  /** Gives the session free. Safe to call twice. */
  readonly close: () => Promise<void>;
}

/** Keeps sessions as append-only event logs. One folder in `extensions/stores` each. */
export interface SessionStore {
  /** @throws {SecCodeError} `SESSION_LOCKED` when it exists already. */
  readonly create: (sessionId: string) => Promise<SessionLog>;
  /**
   * Opens for writing. A torn last line is dropped.
   *
   * @throws {SecCodeError} `SESSION_NOT_FOUND`, `SESSION_LOCKED` or `SESSION_DAMAGED`.
   */
  readonly open: (sessionId: string) => Promise<SessionLog>;
  /** Reads without locking; the same errors but for the lock. */
  readonly read: (sessionId: string) => Promise<readonly StoredEvent[]>;
  /** Newest first. A session that cannot be read is listed with the title `(damaged)`. */
  readonly list: () => Promise<readonly SessionSummary[]>;
  readonly delete: (sessionId: string) => Promise<void>;
}
