import type { ScriptedText } from './scripted-reply.ts';

/** One part of a response body. */
export type Chunk = string | Uint8Array;

/** The parts of a streamed text, in order. */
export interface StreamedText {
  readonly contentType: string;
  readonly before: readonly Chunk[];
  /** One per piece of the text. */
  readonly pieces: readonly Chunk[];
  /** What tells that it is complete. */
  readonly after: readonly Chunk[];
}

/** How one family of providers writes replies over HTTP. */
export interface Wire {
  readonly name: string;
  /** Model in the request, from its path or body. */
  readonly modelOf: (path: string, body: unknown) => string;
  readonly isStreaming: (path: string, body: unknown) => boolean;
  readonly whole: (reply: ScriptedText, model: string) => { readonly contentType: string; readonly body: string };
  readonly streamed: (reply: ScriptedText, model: string) => StreamedText;
  readonly error: (status: number, message: string) => string;
  /** A streamed body that is no valid JSON. */
  readonly malformed: { readonly contentType: string; readonly body: Chunk };
}

/** Cuts a text into about equal pieces, each at least one character. */
export function piecesOf(reply: ScriptedText): readonly string[] {
  const size = Math.max(1, Math.ceil(reply.text.length / (reply.pieces ?? 2)));
  const pieces: string[] = [];
  for (let start = 0; start < reply.text.length; start += size) pieces.push(reply.text.slice(start, start + size));
  return pieces;
}

/** What was used; `undefined` when the reply shall not tell. */
export function usageOf(
  reply: ScriptedText,
): { readonly input: number; readonly cached: number; readonly output: number } | undefined {
  if (reply.usage === 'absent') return undefined;
  const { inputTokens = 10, cachedInputTokens = 0, outputTokens = 5 } = reply.usage ?? {};
  return { input: inputTokens, cached: cachedInputTokens, output: outputTokens };
}

/** One event of a text/event-stream. */
export function serverSent(data: unknown, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** A string field of an untyped body; empty when there is none. */
export function field(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** Whether the untyped body has this flag set. */
export function hasFlag(body: unknown, name: string): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    Object.entries(body).some(([key, value]) => key === name && value === true)
  );
}
