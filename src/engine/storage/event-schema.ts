import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import type { SessionEvent, StoredEvent } from '#core/session-event.ts';

/** A record rather than a list, so that the compiler asks for each new kind of event. */
const EVENT_TYPES = {
  'session-started': true,
  'session-resumed': true,
  'iteration-started': true,
  'model-requested': true,
  'model-replied': true,
  'candidate-extracted': true,
  'candidates-compared': true,
  'detector-finished': true,
  'tests-written': true,
  'tests-finished': true,
  'proof-written': true,
  'proofs-finished': true,
  'iteration-finished': true,
  'person-decided': true,
  'limit-reached': true,
  'verdict-reached': true,
} satisfies Record<SessionEvent['type'], true>;

const TypedEvent = z.object({ type: z.string().refine((type) => Object.hasOwn(EVENT_TYPES, type)) });

/**
 * One line of a stored session.
 *
 * The envelope and the type are checked, the rest of the event is not: SecCode wrote it, and a field that a newer
 * version added must not make an older session unreadable.
 */
const StoredLine: z.ZodType<StoredEvent> = z.strictObject({
  sequence: z.int().min(1),
  atMs: z.number().min(0),
  event: z.custom<SessionEvent>((value) => TypedEvent.safeParse(value).success, 'not a known event'),
});

/** The event in one line of JSON; `undefined` when the line holds anything else. */
export function parseStoredLine(line: string): StoredEvent | undefined {
  const json = parseJson(line);
  return json.ok ? StoredLine.safeParse(json.value).data : undefined;
}

/** The line without its line break. JSON escapes line breaks, so an event is always one line. */
export function toStoredLine(stored: StoredEvent): string {
  return JSON.stringify(stored);
}
