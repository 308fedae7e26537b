import { LONGEST_TIMER_MS } from '#core/longest-timer.ts';
import { SecCodeError } from '#core/errors.ts';
import type { ReplyOutcome } from '#core/session-event.ts';
import { backOffMs } from './back-off.ts';
import type { CallProgress } from './call-progress.ts';
import { failedOutcome } from './failed-outcome.ts';
import { withoutLeadingThought } from './leading-thought.ts';
import type { Meter } from './meter.ts';
import type { Pace } from './pace.ts';
import type { ModelClient, ModelReply, ModelRequest } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';
import { looksLikeRefusal } from './refusal.ts';

/** How models are asked; the same for every request of a question. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Longest that one request may take, milliseconds; does not apply to a client that `isPatient`. */
  readonly timeoutMs: number;
  /** Tries after the first one, per request; 0 never tries again. */
  readonly retries: number;
  readonly pace: Pace;
  readonly meter: Meter;
  readonly onProgress?: (progress: CallProgress) => void;
}

/** A reply that says something, whole or cut; or why there is none. */
export type Asked =
  | { readonly kind: 'replied'; readonly text: string; readonly isCut: boolean }
  | Extract<ReplyOutcome, { kind: 'refused' | 'failed' }>;

/**
 * Sends one request until a usable reply comes or the retries are used up.
 *
 * @throws {SecCodeError} `CANCELLED` once `asking.signal` aborts.
 */
export async function ask(client: ModelClient, request: ModelRequest, asking: Asking): Promise<Asked> {
  const { signal, retries, pace, meter, onProgress } = asking;
  const { model } = client;
  let current = request;

  for (let retry = 0; ; ) {
    let failure: ProviderFailure | undefined;
    onProgress?.({ kind: 'asking', model, call: meter.calls() + 1 });
    try {
      const reply = await askOnce(client, current, asking);
      const asked = read(reply, model);
      if (asked !== undefined) return asked;
    } catch (error) {
      if (signal.aborted) throw cancelled(model, error);
      if (!(error instanceof ProviderFailure)) throw error;
      failure = error;
    }
    if (failure?.kind === 'rejected' && current.responseSchema !== undefined && isAboutRequest(failure)) {
      // Not every model behind a provider can be held to a schema. The prompt asks for the same shape in words.
      const { responseSchema: _, ...plain } = current;
      current = plain;
      onProgress?.({ kind: 'schema-dropped', model });
      continue;
    }
    const isWorthATry = failure === undefined || failure.isRetryable;
    if (!isWorthATry || retry >= retries) return failedOutcome(model, failure, retry);
    const waitMs = backOffMs({ retry, retryAfterMs: failure?.retryAfterMs, chance: pace.random() });
    retry += 1;
    onProgress?.({ kind: 'retrying', model, retry, waitMs, because: failure?.kind ?? 'empty-reply' });
    await pause(waitMs, model, asking);
  }
}

/** `undefined` for a reply without text, which is worth another try. */
function read(reply: ModelReply, model: string): Asked | undefined {
  const text = withoutLeadingThought(reply.text);
  if (reply.finishReason === 'refusal') {
    return { kind: 'refused', reason: refusalReason(model, text) };
  }
  // Cut before the first word of the answer: all of the room went into thinking. More room may help, another try not.
  if (reply.finishReason === 'length') return { kind: 'replied', text, isCut: true };
  if (text.trim() === '') return undefined;
  if (looksLikeRefusal(text)) return { kind: 'refused', reason: refusalReason(model, text) };
  return { kind: 'replied', text, isCut: false };
}

const MAX_QUOTE = 200;

function refusalReason(model: string, text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return `${model} declined to answer.`;
  return `${model} declined to answer: "${words.length <= MAX_QUOTE ? words : `${words.slice(0, MAX_QUOTE)}...`}"`;
}

async function askOnce(client: ModelClient, request: ModelRequest, asking: Asking): Promise<ModelReply> {
  const { signal, timeoutMs, meter } = asking;
  signal.throwIfAborted();
  const timeout = new AbortController();
  const timer =
    client.isPatient === true ? undefined : setTimeout(() => timeout.abort(), Math.min(timeoutMs, LONGEST_TIMER_MS));
  const both = AbortSignal.any([signal, timeout.signal]);
  // A client that does not heed the signal must not hold the session up.
  let end = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(new ProviderFailure('aborted', `${client.model} was aborted.`));
    both.addEventListener('abort', end, { once: true });
  });
  meter.sent();
  try {
    const reply = await Promise.race([client.complete(request, both), ended]);
    meter.replied(client, reply);
    return reply;
  } catch (error) {
    if (signal.aborted || !timeout.signal.aborted) throw error;
    throw new ProviderFailure('timed-out', `${client.model} did not finish its reply within ${timeoutMs} ms.`);
  } finally {
    clearTimeout(timer);
    // Node keeps a combined signal for as long as somebody listens to it: each call would stay in memory.
    both.removeEventListener('abort', end);
  }
}

async function pause(waitMs: number, model: string, { pace, signal }: Asking): Promise<void> {
  try {
    await pace.sleep(waitMs, signal);
  } catch (error) {
    if (signal.aborted) throw cancelled(model, error);
    throw error;
  }
}

/** A bad request may be bad because of the schema; a missing model or an empty account is not. */
function isAboutRequest({ status }: ProviderFailure): boolean {
  return status === undefined || status === 400 || status === 422;
}

function cancelled(model: string, cause: unknown): SecCodeError {
  return new SecCodeError('CANCELLED', `The question to ${model} was cancelled.`, {
    remedy: 'Resume the session to ask it again.',
    cause,
  });
}
