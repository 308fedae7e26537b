import type { Finding } from '#core/finding.ts';
import type { Proof } from '#core/proof.ts';
import type { SessionEvent } from '#core/session-event.ts';
import { PROOFS } from '../behaviour/proof-outcome.ts';

/** What one pair of inputs says of the result of a session. */
export interface ProofFacts {
  readonly finding: Finding;
  /**
   * `flips`: the attack worked and fails on the result, where the legitimate use works. `works`: the attack works on the
   * result. `breaks`: the legitimate use does not. `not tried`: it held on the flawed program and was not run on the result.
   * `nothing shown`: it did not hold on the flawed program, or none came. `not run`: nothing could be run.
   */
  readonly state: 'flips' | 'works' | 'breaks' | 'not tried' | 'nothing shown' | 'not run';
  /** Why, one line; may be empty. Text of a model, as it came. */
  readonly detail: string;
}

/** What the pairs of a session say of the candidate of one iteration; `undefined` when there is no result. */
export function proofFacts(events: readonly SessionEvent[], result: number | undefined): readonly ProofFacts[] {
  const tried = events.findLast((event) => event.type === 'proofs-finished' && event.iteration === result);
  return events.flatMap((event) => {
    if (event.type !== 'proof-written') return [];
    const { proof, iteration } = event;
    const { finding } = proof;
    const outcome = tried?.type === 'proofs-finished' ? tried : undefined;
    const seen = outcome?.results.find(({ fingerprint }) => fingerprint === finding.fingerprint);
    if (proof.pair === undefined) return [{ finding, ...whyNothing(proof) }];
    if (seen === undefined) {
      return iteration === result
        ? [{ finding, state: 'works', detail: '' } as const]
        : [{ finding, state: 'not tried', detail: outcome?.problem ?? '' } as const];
    }
    const state = !seen.isLegitimateFine ? 'breaks' : seen.isAttackStopped ? 'flips' : 'works';
    return [{ finding, state, detail: seen.detail }];
  });
}

function whyNothing({ reason, isUnrun }: Proof): Pick<ProofFacts, 'state' | 'detail'> {
  return { state: isUnrun === true ? 'not run' : 'nothing shown', detail: reason };
}

/** Such as `CWE-78 at show.py:6: the attack worked, and fails on the result`. Texts are as they came. */
export function describeProof({ finding: { cwes, rule, span }, state, detail }: ProofFacts): string {
  const why = detail === '' || state === 'flips' ? '' : `: ${detail}`;
  return `${cwes[0] ?? rule} at ${span.path}:${String(span.startLine)}: ${WORDS[state]}${why}`;
}

const WORDS = {
  flips: 'the attack worked, and fails on the result',
  works: 'the attack works on the result',
  breaks: 'the legitimate use does not work on the result',
  'not tried': 'the attack worked, and was not tried on the result',
  'nothing shown': 'nothing was shown',
  'not run': 'nothing could be run',
} as const;

/** Whether what a finding says of its attack was seen in a run, and is not merely claimed. */
export function isAttackSeen({ detector }: Pick<Finding, 'detector'>): boolean {
  return detector === PROOFS;
}
