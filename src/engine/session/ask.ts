import { LONGEST_TIMER_MS } from '#core/longest-timer.ts';
import { SecCodeError } from '#core/errors.ts';
import type { ModelReplied } from '#core/session-event.ts';
import type { Journal } from './journal.ts';
import { brokenLimit, timeIsUp, workedMs } from './limits.ts';
import { promptHash } from '../models/prompt-hash.ts';
import type { Call, SessionServices } from './services.ts';

/** Which part of the loop asks, and in which iteration. */
export interface Asker {
  readonly iteration: number;
  /** `strategy`, or the detector's name. */
  readonly asker: string;
}

/**
 * Asks a model once in the life of a session.
 *
 * The request is durable before it is sent and the reply before it is used; a request that has its reply in the log is
 * answered from there. `undefined` when a limit stands in the way: the event is then in the log.
 *
 * @throws {SecCodeError} `CANCELLED` when the session was interrupted; the request is sent again on resumption.
 */
export async function askOnce(
  journal: Journal,
  services: SessionServices,
  { iteration, asker }: Asker,
  call: Call,
): Promise<ModelReplied | undefined> {
  const known = journal.state.requests[call.requestId];
  if (known?.reply !== undefined) return known.reply;
  const limit = brokenLimit(
    journal.state,
    journal.state.started?.settings.limits ?? {},
    call.messages,
    workedMs(journal.events, services.nowMs()),
  );
  if (limit !== undefined) {
    await journal.append(limit);
    return undefined;
  }
  const { requestId, purpose, messages, temperature, responseSchema, role, step, isFresh } = call;
  if (known === undefined) {
    await journal.append({
      type: 'model-requested',
      requestId,
      iteration,
      purpose,
      asker,
      model: services.models[role],
      messages,
      promptHash: promptHash(messages),
      ...(temperature === undefined ? {} : { temperature }),
      ...(responseSchema === undefined ? {} : { responseSchema }),
      ...(step === undefined ? {} : { step }),
      ...(isFresh === undefined ? {} : { isFresh }),
    });
  }
  // What was sent is what is in the log, even if the wording has changed since the session was interrupted.
  const sent = known?.request ?? call;
  const deadline = startDeadline(journal, services);
  try {
    const result = await services.call({ ...call, messages: sent.messages }, deadline.signal);
    const event: ModelReplied = { type: 'model-replied', requestId, ...result };
    await journal.append(event);
    return event;
  } catch (error) {
    if (services.signal.aborted) throw cancelled(error);
    if (deadline.timeoutMs !== undefined && deadline.signal.aborted) {
      await journal.append(timeIsUp(deadline.timeoutMs));
      return undefined;
    }
    throw error;
  } finally {
    deadline.clear();
  }
}

interface Deadline {
  readonly signal: AbortSignal;
  readonly timeoutMs: number | undefined;
  readonly clear: () => void;
}

/** Aborts with the session's signal, or when its time is up. */
function startDeadline(journal: Journal, services: SessionServices): Deadline {
  const timeoutMs = journal.state.started?.settings.limits.timeoutMs;
  if (timeoutMs === undefined) return { signal: services.signal, timeoutMs, clear: () => undefined };
  const clock = new AbortController();
  const leftMs = timeoutMs - workedMs(journal.events, services.nowMs());
  const timer = setTimeout(
    () => {
      clock.abort();
    },
    Math.min(Math.max(0, leftMs), LONGEST_TIMER_MS),
  );
  return {
    signal: AbortSignal.any([services.signal, clock.signal]),
    timeoutMs,
    clear: () => {
      clearTimeout(timer);
    },
  };
}

/** The session was interrupted from outside. */
export function cancelled(cause?: unknown): SecCodeError {
  return new SecCodeError('CANCELLED', 'The session was interrupted.', {
    remedy: 'Go on with `seccode sessions resume`.',
    cause,
  });
}
