import type { DetectorOutcome } from '#core/session-event.ts';

/** Why nothing can be said from these outcomes, one line; `undefined` when every detector looked at everything. */
export function whyIncomplete(outcomes: readonly DetectorOutcome[]): string | undefined {
  for (const { detector, status, reason, notCovered } of outcomes) {
    if (status === 'failed') return `The detector '${detector}' failed: ${reason}`;
    const [left] = notCovered;
    if (left !== undefined) return `The detector '${detector}' could not check ${left.path}: ${left.reason}`;
  }
  return undefined;
}
