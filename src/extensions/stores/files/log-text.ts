import { SecCodeError } from '#core/errors.ts';
import type { StoredEvent } from '#core/session-event.ts';
import { parseStoredLine } from '#engine/storage/event-schema.ts';

const LINE_BREAK = 0x0a;
const NUL = 0x00;

/** What a log holds, and how much of the file that is. */
export interface LogText {
  readonly events: readonly StoredEvent[];
  /** Bytes up to and with the last whole line; what comes after is torn. */
  readonly wholeBytes: number;
}

/**
 * Reads a log of one event per line.
 *
 * The last line is torn, and left out, when it does not end or holds NUL bytes, which JSON never does: after a power
 * cut a file can be as long as it should be, with blocks that never reached the disk. An event of a torn line was never
 * acted on, because `append` had not come back.
 *
 * @throws {SecCodeError} `SESSION_DAMAGED` for any other flaw, with the file and the line.
 */
export function readLogText(bytes: Uint8Array, file: string): LogText {
  const lines = wholeLines(bytes);
  const events = lines.map(({ start, end }, index) => {
    const line = index + 1;
    const text = decode(bytes.subarray(start, end));
    const stored = text === undefined ? undefined : parseStoredLine(text);
    if (stored === undefined) throw damaged(file, line, 'is not an event');
    if (stored.sequence !== line) throw damaged(file, line, `holds event ${stored.sequence} instead of ${line}`);
    if (line === 1 && stored.event.type !== 'session-started') {
      throw damaged(file, line, `holds '${stored.event.type}' instead of 'session-started'`);
    }
    return stored;
  });
  if (events.length === 0)
    throw damaged(file, 1, 'is missing: the session was cut off before its first event was kept');
  return { events, wholeBytes: lines.at(-1)?.end ?? 0 };
}

/** The one error for a log that cannot be trusted. `flaw` goes on from "line N of the session". */
export function damaged(file: string, line: number, flaw: string): SecCodeError {
  return new SecCodeError('SESSION_DAMAGED', `Line ${line} of '${file}' ${flaw}.`, {
    remedy: 'Restore the file from a copy, or remove the session with `seccode sessions delete`.',
    details: { file, line },
  });
}

interface Stretch {
  readonly start: number;
  /** After the line break. */
  readonly end: number;
}

function wholeLines(bytes: Uint8Array): readonly Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (;;) {
    const lineBreak = bytes.indexOf(LINE_BREAK, start);
    if (lineBreak < 0) break;
    lines.push({ start, end: lineBreak + 1 });
    start = lineBreak + 1;
  }
  const last = lines.at(-1);
  if (last !== undefined && start === bytes.length && bytes.subarray(last.start, last.end).includes(NUL)) lines.pop();
  return lines;
}

/** `undefined` for bytes that are no UTF-8: replacing them would change a prompt or a program unnoticed. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
