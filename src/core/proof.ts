import type { BehaviourCase, CaseProgram } from './behaviour.ts';
import type { Finding } from './finding.ts';

/** A pair of cases for one finding: the attack, and a use that must go on working. */
export interface Proof {
  readonly finding: Finding;
  /** Of everybody who reports the same weakness. */
  readonly fingerprints: readonly string[];
  /** Absent when nothing was shown: no pair came, or on the flawed program the attack failed or the legitimate use did. */
  readonly pair?: CaseProgram & { readonly hostile: BehaviourCase; readonly legitimate: BehaviourCase };
  /** Why nothing was shown; empty when the pair holds on the flawed program. */
  readonly reason: string;
  /** Nothing could be run, so nothing is known: unlike a pair that was tried and shows nothing. */
  readonly isUnrun?: true;
}

/** How one pair fared on a later candidate. */
export interface ProofResult {
  readonly fingerprint: string;
  readonly isAttackStopped: boolean;
  readonly isLegitimateFine: boolean;
  /** One line without secrets. */
  readonly detail: string;
}
