import type { ReplyOutcome } from '#core/session-event.ts';
import type { ProviderFailure, ProviderFailureKind } from './provider-failure.ts';

/** What to do about each way to fail. */
const REMEDIES: Readonly<Record<ProviderFailureKind, string>> = {
  'rate-limited': 'Wait a while, ask less at a time, or choose another model with -m.',
  unavailable: 'Check the connection and the state of the provider, and try again, or choose another model with -m.',
  'timed-out': 'Try again, allow more time for a call, or choose a faster model with -m.',
  unauthorised: 'Check the key of this provider; `seccode doctor` says which environment variable holds it.',
  rejected: 'Check the name of the model and what the provider says about the request.',
  aborted: 'Try again.',
};

/** A call that failed for good; `failure` is absent when nothing but empty replies came. */
export function failedOutcome(
  model: string,
  failure: ProviderFailure | undefined,
  retries: number,
): Extract<ReplyOutcome, { kind: 'failed' }> {
  const tries = retries === 0 ? '' : ` Tried ${retries + 1} times.`;
  if (failure === undefined) {
    return {
      kind: 'failed',
      reason: `${model} sent an empty reply.${tries}`,
      remedy: 'Try again, or choose another model with -m.',
    };
  }
  return { kind: 'failed', reason: `${failure.message}${tries}`, remedy: REMEDIES[failure.kind] };
}
