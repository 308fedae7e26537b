import type { Proof, ProofResult } from '#core/proof.ts';
import type { DetectorOutcome, ProofsFinished } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { stillOpen } from '../behaviour/prove.ts';
import type { MergedFinding } from '../detection/merge.ts';
import type { SessionState } from './state.ts';

/** The name under which attacks that still work are counted beside detectors' findings. */
export const PROOFS = 'proofs';

/** What pairs say of a candidate, in the form of a detector's word: an attack that works is a finding. */
export function proofOutcome(
  { results, problem }: ProofsFinished,
  proofs: readonly Proof[],
  files: SourceFiles,
): DetectorOutcome {
  const open = proofs.filter(({ finding }) =>
    results.some(({ fingerprint, isAttackStopped }) => fingerprint === finding.fingerprint && !isAttackStopped),
  );
  return {
    detector: PROOFS,
    version: '1',
    status: problem === undefined ? 'completed' : 'failed',
    reason: problem ?? '',
    findings: open.map((proof) => within(stillOpen(proof, PROOFS), files)),
    withdrawn: [],
    notCovered: [],
    durationMs: 0,
  };
}

/** The place of a finding may have moved, or be gone: it must lie in the program all the same. */
function within(finding: ReturnType<typeof stillOpen>, files: SourceFiles): ReturnType<typeof stillOpen> {
  const { span } = finding;
  const file = files.find(({ path }) => path === span.path) ?? files[0];
  if (file === undefined) return finding;
  const lines = file.text.split('\n').length;
  if (file.path === span.path && span.endLine <= lines) return finding;
  return { ...finding, span: { path: file.path, startLine: lines, startColumn: 1, endLine: lines, endColumn: 1 } };
}

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
