import type { MergedFinding } from '../detection/merge.ts';
import { openFindings, type View } from './open-findings.ts';
import type { Panel } from './panel.ts';
import { PROOFS } from '../behaviour/proof-outcome.ts';
import type { Candidate, SessionState } from './state.ts';

/** What is open in a candidate, and how much of it the fixer may be told. */
export interface OpenView {
  /** Every open finding. */
  readonly all: readonly MergedFinding[];
  /** What goes into the prompt: the feedback detectors' findings, or all once those find nothing. */
  readonly shown: readonly MergedFinding[];
  /** The detectors behind `shown`; absent when that is all of them. */
  readonly shownBy: ReadonlySet<string> | undefined;
}

/** The settings' and the person's view of findings. */
export function viewOf({ started, dismissals }: SessionState): View {
  return {
    settings: started?.settings ?? { failOn: 'info', minConfidence: 'low' },
    dismissals,
  };
}

/**
 * Splits what is open in two: held-out detectors stay unseen until the feedback detectors have nothing left to say; what
 * they then find is the cross-check's result, and goes back to the fixer.
 */
export function openIn(candidate: Candidate | undefined, state: SessionState, panel: Panel): OpenView {
  const outcomes = candidate?.outcomes ?? [];
  const view = viewOf(state);
  const all = openFindings(outcomes, view);
  const feedback = new Set([...panel.gates, ...panel.feedback, PROOFS]);
  const seen = openFindings(outcomes, { ...view, detectors: feedback });
  return seen.length > 0 ? { all, shown: seen, shownBy: feedback } : { all, shown: all, shownBy: undefined };
}
