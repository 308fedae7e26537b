/**
 * What SecCode can say about a candidate.
 *
 * `secure`: every required detector finished and reports nothing at or above the threshold, and the code parses.
 * `vulnerable`: findings remain. `undecided`: something that would be needed to say either did not happen.
 */
export const VERDICTS = ['secure', 'vulnerable', 'undecided'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why the loop ended. */
export const STOP_REASONS = [
  /** Nothing was left to fix, and the cross-check agreed. */
  'clean',
  /** Several rounds in a row brought no improvement. */
  'flat',
  /** The iteration limit was reached. */
  'max-iterations',
  /** Money, tokens or time ran out. */
  'budget-exhausted',
  /** The model declined, and so did the fallback, if there was one. */
  'refused',
  /** The reply stayed cut off after the ceiling was raised and the rest was asked for. */
  'truncated',
  /** The provider failed after every retry. */
  'model-failed',
  /** No reply held a program. */
  'no-candidate',
  /** A required detector crashed, timed out or could not read the code. */
  'detector-failed',
  /** A person or a signal ended it. */
  'cancelled',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];
