import type { SessionEvent, StoredEvent } from '#core/session-event.ts';

/** One line of `seccode sessions`. */
export interface SessionSummary {
  readonly sessionId: string;
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
  /** First line of the request, or the paths of a fix. As it came: whoever prints it makes control characters visible. */
  readonly title: string;
  readonly language: string;
  readonly model: string;
  /** How many began, the one that produced the first candidate included. */
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
   * @throws {SecCodeError} `SESSION_NOT_FOUND`, `SESSION_LOCKED` or `SESSION_DAMAGED`; the last also when the session
   * was cut off before its first event.
   */
  readonly open: (sessionId: string) => Promise<SessionLog>;
  /** Reads without locking; the same errors but for the lock. */
  readonly read: (sessionId: string) => Promise<readonly StoredEvent[]>;
  /**
   * Newest first. A session that cannot be read is listed with the title `(damaged)`, one that is being created with
   * `(starting)`.
   */
  readonly list: () => Promise<readonly SessionSummary[]>;
  readonly delete: (sessionId: string) => Promise<void>;
}

/** Opens the sessions kept in `folder` (the `.seccode` folder of a project). Creates nothing before the first session. */
export type OpenStore = (folder: string) => SessionStore;
