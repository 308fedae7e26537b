import { type FileHandle, open } from 'node:fs/promises';
import type { SecCodeError } from '#core/errors.ts';
import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import { toStoredLine } from '#engine/storage/event-schema.ts';
import type { SessionLog } from '#engine/storage/store.ts';
import { storeFailure } from '#engine/storage/durable.ts';
import type { SessionLock } from '#engine/storage/session-lock.ts';

export interface FileSessionLogOptions {
  readonly sessionId: string;
  readonly file: string;
  readonly lock: SessionLock;
  /** What the file holds already. */
  readonly events: readonly StoredEvent[];
  /** Length that these events have in the file; anything after it is cut off. */
  readonly wholeBytes: number;
  readonly now: () => number;
}

/** A session's file, open for appending. */
export class FileSessionLog implements SessionLog {
  readonly sessionId: string;
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #lock: SessionLock;
  readonly #now: () => number;
  readonly #events: StoredEvent[];
  #wholeBytes: number;
  #turn: Promise<unknown> = Promise.resolve();
  #failure: SecCodeError | undefined;
  #closing: Promise<void> | undefined;

  private constructor({ sessionId, file, lock, events, wholeBytes, now }: FileSessionLogOptions, handle: FileHandle) {
    this.sessionId = sessionId;
    this.#file = file;
    this.#handle = handle;
    this.#lock = lock;
    this.#now = now;
    this.#events = [...events];
    this.#wholeBytes = wholeBytes;
  }

  /** Opens the file and cuts off a torn last line, durably. The lock stays the caller's when this throws. */
  static async open(options: FileSessionLogOptions): Promise<FileSessionLog> {
    const handle = await open(options.file, 'r+');
    try {
      const { size } = await handle.stat();
      if (size > options.wholeBytes) {
        await handle.truncate(options.wholeBytes);
        await handle.sync();
      }
      return new FileSessionLog(options, handle);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get events(): readonly StoredEvent[] {
    return this.#events;
  }

  append(event: SessionEvent): Promise<StoredEvent> {
    const turn = this.#turn.then(() => this.#append(event));
    // The next append takes its turn after a failed one too, and is told of the failure by itself.
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  close(): Promise<void> {
    this.#closing ??= this.#turn.then(async () => {
      try {
        await this.#handle.close();
      } finally {
        await this.#lock.release();
      }
    });
    return this.#closing;
  }

  async #append(event: SessionEvent): Promise<StoredEvent> {
    if (this.#closing !== undefined) throw new Error(`Session ${this.sessionId} is closed; nothing can be appended.`);
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#events.length === 0 && event.type !== 'session-started') {
      throw new Error(`The first event of session ${this.sessionId} is '${event.type}', not 'session-started'.`);
    }
    const stored: StoredEvent = { sequence: this.#events.length + 1, atMs: this.#now(), event };
    const bytes = Buffer.from(`${toStoredLine(stored)}\n`, 'utf8');
    try {
      await this.#write(bytes);
      await this.#handle.datasync();
    } catch (error) {
      // Once a write or a sync has failed nobody knows what the disk holds: this log takes no more, and opening the
      // session anew reads what is really there. Half a line goes at once if it can.
      this.#failure = storeFailure(error, this.#file);
      await this.#handle.truncate(this.#wholeBytes).catch(() => undefined);
      throw this.#failure;
    }
    this.#wholeBytes += bytes.length;
    this.#events.push(stored);
    return stored;
  }

  async #write(bytes: Buffer): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await this.#handle.write(
        bytes,
        written,
        bytes.length - written,
        this.#wholeBytes + written,
      );
      written += bytesWritten;
    }
  }
}
