import type { Json } from '#core/json.ts';
import type { Usage } from '#core/usage.ts';

/** A reply that we wrote ourselves, as the model would have given it. */
export interface ScriptedText {
  readonly kind: 'text';
  readonly text: string;
  /** @default 'stop' */
  readonly finish?: 'stop' | 'length' | 'content-filter';
  /** Refusal in the field that the wire has for it; `text` is then not sent. */
  readonly refusal?: string;
  /** `absent` leaves it out. @default 10 input, 5 output tokens */
  readonly usage?: Usage | 'absent';
  /** Model that claims to have answered; otherwise the one that was asked. */
  readonly model?: string;
  /** Pieces that the text is streamed in. @default 2 */
  readonly pieces?: number;
  /** Wait before each piece but the first, milliseconds: a slow drip. */
  readonly pieceDelayMs?: number;
  /** How the stream ends too early: the connection is destroyed, closed politely, or left open in silence. */
  readonly breaksOff?: 'reset' | 'close' | 'silence';
}

/** What the server does with one request. */
export type ScriptedReply = (
  | ScriptedText
  /** An HTTP error in the wire's own shape. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Any body with status 200, such as malformed JSON. */
  | { readonly kind: 'body'; readonly body: string; readonly contentType: string }
  /** The connection is destroyed before a byte of the answer. */
  | { readonly kind: 'drop' }
  /** Nothing ever comes. */
  | { readonly kind: 'hang' }
) & {
  /** Wait before anything is sent, milliseconds. */
  readonly latencyMs?: number;
};

/** A request as the server got it. */
export interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed; `null` when it is no JSON. */
  readonly body: Json;
  /** Model that was asked for, as the wire tells it. */
  readonly model: string;
  /** Contents of the messages in order, as far as the wire has them in `messages`. */
  readonly prompt: readonly string[];
}
