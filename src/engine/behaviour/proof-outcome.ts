import type { Finding } from '#core/finding.ts';
import type { Proof } from '#core/proof.ts';
import type { DetectorOutcome, ProofsFinished } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';

/** The name under which attacks that work are counted beside detectors' findings. */
export const PROOFS = 'proofs';

/** What pairs say of a candidate, in the form of a detector's word: an attack that works is a finding. */
export function proofOutcome(
  { results, problem }: Pick<ProofsFinished, 'results' | 'problem'>,
  proofs: readonly Proof[],
  files: SourceFiles,
): DetectorOutcome {
  const open = proofs.filter(({ finding }) =>
    results.some(({ fingerprint, isAttackStopped }) => fingerprint === finding.fingerprint && !isAttackStopped),
  );
  return {
    ...NOTHING_SHOWN,
    status: problem === undefined ? 'completed' : 'failed',
    reason: problem ?? '',
    findings: open.map((proof) => within(worksOn(proof, 'the attack still works'), files)),
  };
}

/**
 * Adds to what is known of a flawed program that an attack on it was seen to work: a fix after which it goes on working
 * is then no better than what was there before, whatever detectors no longer report.
 */
export function withShownAttack(outcomes: readonly DetectorOutcome[], proof: Proof): readonly DetectorOutcome[] {
  if (proof.pair === undefined) return outcomes;
  const known = outcomes.find(({ detector }) => detector === PROOFS);
  if (known?.status === 'failed') return outcomes;
  const findings = [...(known?.findings ?? []), worksOn(proof, 'the attack works')];
  return [...outcomes.filter((outcome) => outcome !== known), { ...(known ?? NOTHING_SHOWN), findings }];
}

const NOTHING_SHOWN: DetectorOutcome = {
  detector: PROOFS,
  version: '1',
  status: 'completed',
  reason: '',
  findings: [],
  withdrawn: [],
  notCovered: [],
  durationMs: 0,
};

/** A finding whose attack works, as the loop counts it. */
function worksOn({ finding, pair }: Proof, what: string): Finding {
  return {
    ...finding,
    detector: PROOFS,
    confidence: 'high',
    message: `${finding.message} A run of the program shows that ${what}.`,
    exploit: JSON.stringify({ arguments: pair?.hostile.arguments, stdin: pair?.hostile.stdin }).slice(0, 500),
  };
}

/** The place of a finding may have moved, or be gone: it must lie in the program all the same. */
function within(finding: Finding, files: SourceFiles): Finding {
  const { span } = finding;
  const file = files.find(({ path }) => path === span.path) ?? files[0];
  if (file === undefined) return finding;
  const lines = file.text.split('\n').length;
  if (file.path === span.path && span.endLine <= lines) return finding;
  return { ...finding, span: { path: file.path, startLine: lines, startColumn: 1, endLine: lines, endColumn: 1 } };
}
