import type { LimitReached, StoredEvent } from '#core/session-event.ts';
import type { Message } from '#core/message.ts';
import { totalTokens } from '#core/usage.ts';
import type { Limits } from '#core/settings.ts';
import type { CallResult } from '../models/call.ts';
import type { SessionState } from './state.ts';

/** What calls took so far, in a session or out of one. */
export type Spent = Pick<SessionState, 'usage' | 'estimatedTokens' | 'cost' | 'calls'>;

/**
 * Time spent working on a session, milliseconds: from its first event to `nowMs`, without the pauses between an
 * interruption and its resumption.
 */
export function workedMs(events: readonly StoredEvent[], nowMs: number): number {
  let worked = 0;
  let last = events[0]?.atMs;
  for (const { atMs, event } of events) {
    if (event.type !== 'session-resumed' && last !== undefined) worked += Math.max(0, atMs - last);
    last = atMs;
  }
  return last === undefined ? 0 : worked + Math.max(0, nowMs - last);
}

/** Tokens a prompt will take, estimated from below at four characters a token, as code and English come out. */
export function estimateTokens(messages: readonly Message[]): number {
  return Math.ceil(messages.reduce((characters, { content }) => characters + content.length, 0) / 4);
}

/** Tokens that a call took and its provider did not tell, estimated from the texts. */
export function unreportedTokens({ usage, outcome, calls }: CallResult, messages: readonly Message[]): number {
  if (calls === 0 || usage.inputTokens !== undefined || usage.outputTokens !== undefined) return 0;
  const answer = outcome.kind === 'answered' ? [{ role: 'assistant', content: outcome.text } as const] : [];
  return estimateTokens([...messages, ...answer]);
}

/**
 * The limit that the next call would break; `undefined` when it may be made.
 *
 * Checked before each call, so a limit is overstepped by one reply, and what it took to get it, at most. A cost that is not known counts as over any
 * limit: it might be.
 */
export function brokenLimit(
  { usage, estimatedTokens, cost, calls }: Spent,
  limits: Partial<Limits>,
  messages: readonly Message[],
  elapsedMs: number,
): LimitReached | undefined {
  const { maxTokens, maxCostMicroUsd, maxCalls, timeoutMs } = limits;
  const used = totalTokens(usage) + estimatedTokens;
  const next = estimateTokens(messages);
  if (maxTokens !== undefined && used + next > maxTokens) {
    const detail = `${String(used)} tokens are used, the next prompt has about ${String(next)}, and ${String(maxTokens)} are allowed.`;
    return { type: 'limit-reached', limit: 'tokens', detail };
  }
  if (maxCostMicroUsd !== undefined && (cost === 'unknown' || cost >= maxCostMicroUsd)) {
    const spent = cost === 'unknown' ? 'an unknown sum' : dollars(cost);
    return {
      type: 'limit-reached',
      limit: 'cost',
      detail: `${spent} is spent, and ${dollars(maxCostMicroUsd)} is allowed.`,
    };
  }
  if (maxCalls !== undefined && calls >= maxCalls) {
    const detail = `${String(calls)} calls were made, and ${String(maxCalls)} are allowed.`;
    return { type: 'limit-reached', limit: 'calls', detail };
  }
  if (timeoutMs !== undefined && elapsedMs >= timeoutMs) return timeIsUp(timeoutMs);
  return undefined;
}

/** The time limit as an event. */
export function timeIsUp(timeoutMs: number): LimitReached {
  return { type: 'limit-reached', limit: 'time', detail: `${String(Math.round(timeoutMs / 1000))} s have passed.` };
}

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(4)}`;
}
