import type { ProofResult } from '#core/proof.ts';
import { PROOFS } from '../behaviour/proof-outcome.ts';
import type { MergedFinding } from '../detection/merge.ts';
import type { SessionState } from './state.ts';

/** The first open finding that a pair is still to be asked for. */
export function unproven(
  { started, proofs }: SessionState,
  shown: readonly MergedFinding[],
): MergedFinding | undefined {
  if (started?.settings.behaviour?.proves !== true) return undefined;
  return shown.find(
    ({ finding, members }) =>
      finding.detector !== PROOFS &&
      (finding.severity === 'high' || finding.severity === 'critical') &&
      !members.some((member) => proofs.some(({ fingerprints }) => fingerprints.includes(member.fingerprint))),
  );
}

/** Whether pairs made on an earlier program have to be tried on this one. */
export function hasPairsFor({ proofs }: SessionState): boolean {
  return proofs.some(({ pair }) => pair !== undefined);
}

/** Why a candidate must not be taken, as its pairs tell; `undefined` when they do not object. */
export function proofObjection(results: readonly ProofResult[] | undefined): string | undefined {
  const broken = results?.find(({ isLegitimateFine }) => !isLegitimateFine);
  return broken === undefined ? undefined : `It breaks a legitimate use: ${broken.detail}`;
}
