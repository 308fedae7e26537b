import { type FileHandle, open } from 'node:fs/promises';
import type { StoredEvent } from '#core/session-event.ts';
import { parseStoredLine } from '#engine/storage/event-schema.ts';
import { iterationOf, type SessionEnds } from '#engine/storage/session-summary.ts';

const LINE_BREAK = 0x0a;
const FIRST_READ_BYTES = 16 * 1024;
const GROWTH = 8;

/** The beginning and the end of a log, without what lies between. */
export type LogEnds = Omit<SessionEnds, 'isLocked'>;

/**
 * Reads as little of a log as a list needs: the first line, and lines from the end until one names its iteration.
 *
 * @returns `undefined` when what was read is damaged. A flaw in the middle stays unseen.
 */
export async function readLogEnds(file: string): Promise<LogEnds | undefined> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const first = await readFirst(handle, size);
    if (first?.event.type !== 'session-started') return undefined;
    const end = await readLast(handle, size);
    return end === undefined ? undefined : { started: first.event, startedAtMs: first.atMs, ...end };
  } finally {
    await handle.close();
  }
}

async function readFirst(handle: FileHandle, size: number): Promise<StoredEvent | undefined> {
  for (let length = FIRST_READ_BYTES; ; length *= GROWTH) {
    const bytes = await readAt(handle, 0, Math.min(length, size));
    const lineBreak = bytes.indexOf(LINE_BREAK);
    if (lineBreak >= 0) return parseStoredLine(bytes.toString('utf8', 0, lineBreak));
    if (length >= size) return undefined;
  }
}

async function readLast(
  handle: FileHandle,
  size: number,
): Promise<Pick<LogEnds, 'last' | 'lastIteration'> | undefined> {
  for (let length = FIRST_READ_BYTES; ; length *= GROWTH) {
    const start = Math.max(0, size - length);
    const bytes = await readAt(handle, start, size - start);
    const events = eventsBackwards(bytes, start === 0);
    const [last] = events;
    const lastIteration = events.map(iterationOf).find((iteration) => iteration !== undefined);
    if (last === undefined && start === 0) return undefined;
    if (last !== undefined && (lastIteration !== undefined || start === 0)) {
      return { last, ...(lastIteration !== undefined && { lastIteration }) };
    }
  }
}

/** Whole events of a piece of a log, last first; stops at the first one that cannot be read. */
function eventsBackwards(bytes: Buffer, isFromStart: boolean): readonly StoredEvent[] {
  const end = bytes.lastIndexOf(LINE_BREAK);
  const lines = end < 0 ? [] : bytes.toString('utf8', 0, end).split('\n');
  if (!isFromStart) lines.shift();
  const events: StoredEvent[] = [];
  for (const line of lines.reverse()) {
    const stored = parseStoredLine(line);
    if (stored === undefined) break;
    events.push(stored);
  }
  return events;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
