import { z } from 'zod';
import type { Json } from '#core/json.ts';
import type { Message, Purpose } from '#core/message.ts';
import { parseJson } from '#core/parse-json.ts';
import type { FinishReason, ModelReply, ModelRequest } from '#engine/models/provider.ts';

/** What stands in `NNNN.request.json`. */
export interface RelayRequest {
  readonly id: string;
  readonly purpose: Purpose;
  /** How the relay was named on the command line. */
  readonly model: string;
  readonly messages: readonly Message[];
  readonly responseSchema?: Json;
}

/** The request as it is written: what a reader needs, without settings that only an API understands. */
export function toRelayRequest(request: ModelRequest, model: string): RelayRequest {
  const { session, purpose, messages, responseSchema } = request;
  const id = session === undefined ? request.id : `${session}.${request.id}`;
  return { id, purpose, model, messages, ...(responseSchema === undefined ? {} : { responseSchema }) };
}

/** Only what decides whether a request was asked before. */
const AskedBefore = z.object({ id: z.string(), messages: z.unknown() });

/** Whether the text of a request file asks the same thing: same id, same messages. */
export function asksTheSame(fileText: string, request: RelayRequest): boolean {
  const asked = AskedBefore.safeParse(parse(fileText)).data;
  return asked?.id === request.id && JSON.stringify(asked.messages) === JSON.stringify(request.messages);
}

const count = z.int().min(0);
const envelope = {
  text: z.string(),
  model: z.string().min(1).optional(),
  usage: z
    .object({
      inputTokens: count.exactOptional(),
      cachedInputTokens: count.exactOptional(),
      outputTokens: count.exactOptional(),
    })
    .optional(),
  finishReason: z.enum(['stop', 'length', 'refusal', 'other']).optional(),
};
const Envelope = z.object(envelope);
/** With a schema the reply may itself be a document that has a `text`: then only nothing but our fields is an envelope. */
const BareEnvelope = z.strictObject(envelope);

/** What a reply file says; `unreadable` when it is not, or not yet, what it should be. */
export type ParsedReply = { readonly reply: ModelReply } | { readonly unreadable: string };

/** Reads `NNNN.reply.md`: all of it is the answer. */
export function parseTextReply(text: string): ParsedReply {
  return { reply: replyOf({ text }) };
}

/** Reads `NNNN.reply.json`. */
export function parseJsonReply(text: string, hasSchema: boolean): ParsedReply {
  const value = parse(text);
  if (value === undefined) return { unreadable: 'is not JSON' };
  const { data } = (hasSchema ? BareEnvelope : Envelope).safeParse(value);
  if (data !== undefined) return { reply: replyOf(data) };
  return hasSchema ? { reply: replyOf({ text }) } : { unreadable: "has no text: it needs a string named 'text'" };
}

function replyOf(data: z.infer<typeof Envelope>): ModelReply {
  const finishReason: FinishReason = data.finishReason ?? 'stop';
  return { text: data.text, finishReason, usage: data.usage ?? {}, model: data.model ?? 'relay' };
}

function parse(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : undefined;
}
