/** One meaning each; a script may rely on them. */
export const EXIT = {
  /** Verdict secure, or nothing at or above the threshold. */
  clean: 0,
  /** Findings at or above the threshold, or the loop ended vulnerable. */
  findings: 1,
  /** Usage or configuration, verdict undecided, budget, refusal, a detector that failed. */
  undecided: 2,
  /** A bug of ours. */
  bug: 3,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
