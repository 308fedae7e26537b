import type { CweId } from './cwe-id.ts';

/** One weakness as the ledger keeps it: enough to name it in a prompt without its code. */
export interface LedgerItem {
  readonly cwe: CweId | undefined;
  readonly path: string;
  readonly line: number;
}

/** What the referee counted in one iteration, from detectors alone; the model's word is only ever compared with it. */
export interface Ledger {
  readonly iteration: number;
  /** Minus the weighted sum of open findings: 0 is the goal. */
  readonly score: number;
  /** Score of the best candidate before this iteration; absent in the first. */
  readonly scoreBefore?: number;
  readonly fixed: readonly LedgerItem[];
  readonly left: readonly LedgerItem[];
  readonly introduced: readonly LedgerItem[];
  /** Weaknesses that the model said it fixed and a detector still reports. */
  readonly falselyClaimed: readonly LedgerItem[];
  /** Reward and penalty of this iteration; see `engine/session/referee.ts` for the weights. */
  readonly points: number;
}
