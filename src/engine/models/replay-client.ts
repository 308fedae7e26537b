import { SecCodeError } from '#core/errors.ts';
import type { ModelClient, ModelReply, ModelRequest, ReplayedCall } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';
import type { Exchange, Recording } from './recording.ts';
import { describeDifference, firstDifference } from './replay-diff.ts';

/** A model client that answers from a recording, and only what was asked when it was recorded. */
export interface ReplayClient extends ModelClient {
  /** Always there: a recorded reply stands for every call it once took. */
  readonly replay: (request: ModelRequest) => ReplayedCall;
  /** Names of the requests that the recording holds after the last one answered; empty when it was used up. */
  readonly remaining: () => readonly string[];
}

const REMEDY =
  'Record the session anew with this version of SecCode, or replay it with the version and settings it was recorded with.';

/**
 * Opens a recording as a model.
 *
 * Requests must come in the recorded order. The first may be any of them, so that a replay that was interrupted can be
 * resumed; from then on none may be left out. One client serves every role of a session: two on one recording would
 * each miss what the other was asked.
 */
export function openReplay(recording: Recording, model: string): ReplayClient {
  const { exchanges } = recording;
  let next: number | undefined;

  const replay = (request: ModelRequest): ReplayedCall => {
    const index = exchanges.findIndex(({ requestId }) => requestId === request.id);
    const expected = exchanges[next ?? Math.max(index, 0)];
    const found = exchanges[index];
    if (found === undefined || found !== expected) throw outOfOrder(request, expected, next);
    if (found.purpose !== request.purpose) {
      throw diverged(request, `the recording has it for '${found.purpose}', this run for '${request.purpose}'`);
    }
    const difference = firstDifference(found.messages, request.messages);
    if (difference !== undefined) throw diverged(request, describeDifference(difference));
    next = index + 1;
    const { outcome, answeredBy, usage, cost, calls, durationMs } = found;
    return { outcome, answeredBy, usage, cost, calls, durationMs };
  };

  return {
    model,
    isFree: true,
    replay,
    remaining: () => exchanges.slice(next ?? 0).map(({ requestId }) => requestId),
    complete: async (request, signal) => {
      if (signal.aborted) throw new ProviderFailure('aborted', 'The replay was aborted.', { cause: signal.reason });
      return asReply(replay(request));
    },
  };
}

/** A recorded call as one reply, for callers that know nothing of whole calls. */
function asReply({ outcome, answeredBy, usage }: ReplayedCall): ModelReply {
  switch (outcome.kind) {
    case 'answered':
      return { text: outcome.text, finishReason: 'stop', usage, model: answeredBy };
    case 'refused':
      return { text: outcome.reason, finishReason: 'refusal', usage, model: answeredBy };
    case 'truncated':
      return { text: '', finishReason: 'length', usage, model: answeredBy };
    case 'failed':
      throw new ProviderFailure('rejected', outcome.reason);
  }
}

function outOfOrder(request: ModelRequest, expected: Exchange | undefined, next: number | undefined): SecCodeError {
  if (expected === undefined) return diverged(request, 'the recording has no further request');
  if (next === undefined)
    return diverged(request, `the recording has no such request; its first is '${expected.requestId}'`);
  return diverged(request, `the recording has request '${expected.requestId}' at this place`);
}

function diverged(request: ModelRequest, fact: string): SecCodeError {
  return new SecCodeError(
    'REPLAY_DIVERGED',
    `The replay parts from the recording at request '${request.id}', ${fact}.`,
    {
      remedy: REMEDY,
      details: { requestId: request.id },
    },
  );
}
