import type { ModelReplied, ReplyOutcome } from '#core/session-event.ts';
import { type Asking, ask } from './ask.ts';
import type { CallProgress } from './call-progress.ts';
import { completeReply } from './complete-reply.ts';
import { contextMisfit } from './context-size.ts';
import { createMeter } from './meter.ts';
import type { Pace } from './pace.ts';
import type { Prices } from './prices.ts';
import type { ModelClient, ModelRequest } from './provider.ts';

/** One question to a model, and how long to insist on an answer. */
export interface ModelCall {
  readonly client: ModelClient;
  /** Asked once when `client` refuses or fails for good. */
  readonly fallback?: ModelClient;
  readonly request: ModelRequest;
  readonly signal: AbortSignal;
  /** Longest that one request on the wire may take, milliseconds. */
  readonly timeoutMs: number;
  /** Tries after the first one, per request on the wire; 0 never tries again. */
  readonly retries: number;
  readonly pace: Pace;
  readonly prices: Prices;
  readonly onProgress?: (progress: CallProgress) => void;
}

/** What a `ModelReplied` event tells beside its request. */
export type CallResult = Omit<ModelReplied, 'type' | 'requestId'>;

/**
 * Asks a model, with everything that can go wrong on the way: retries, cut replies, refusals, the fallback.
 *
 * Every failure of the model is a value. Usage, cost and calls are sums over all requests that it took.
 *
 * @throws {SecCodeError} `CANCELLED` once `signal` aborts; and whatever a client throws that is no `ProviderFailure`.
 */
export async function callModel(call: ModelCall): Promise<CallResult> {
  const { client, fallback, request, signal, timeoutMs, retries, pace, prices, onProgress } = call;
  // A recording holds what became of the whole call: asking it piece by piece would retry and pay again.
  if (client.replay !== undefined && !signal.aborted) return client.replay(request);
  const meter = createMeter(prices);
  const asking: Asking = {
    signal,
    timeoutMs,
    retries,
    pace,
    meter,
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const startedMs = pace.now();
  let outcome = await answerOf(client, request, asking);
  if (fallback !== undefined && (outcome.kind === 'refused' || outcome.kind === 'failed')) {
    onProgress?.({ kind: 'falling-back', from: client.model, to: fallback.model, reason: outcome.reason });
    const second = await answerOf(fallback, request, asking);
    // The first model's fate is the question's, where the fallback does no better.
    outcome =
      second.kind === 'answered' ? second : { ...outcome, reason: `${outcome.reason} The fallback: ${second.reason}` };
  }
  const { answeredBy = client.model, ...spent } = meter.spent();
  return { outcome, answeredBy, ...spent, durationMs: Math.round(pace.now() - startedMs) };
}

async function answerOf(client: ModelClient, request: ModelRequest, asking: Asking): Promise<ReplyOutcome> {
  const misfit = contextMisfit(client, request.messages, request.maxOutputTokens);
  if (misfit !== undefined) return { kind: 'failed', ...misfit };
  const asked = await ask(client, request, asking);
  if (asked.kind !== 'replied') return asked;
  return asked.isCut ? completeReply(client, request, asked.text, asking) : { kind: 'answered', text: asked.text };
}
