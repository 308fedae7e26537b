import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { applySuppressions, type SuppressedFinding, type SuppressionProblem } from '#engine/detection/suppressions.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { plainOutcome } from './plain-outcome.ts';

/**
 * Inline suppressions count here, where a person owns the code; inside the loop they never do. What a gate finds cannot be
 * suppressed: such code was not checked.
 */
export async function heedSuppressions(
  outcomes: readonly DetectorOutcome[],
  files: SourceFiles,
  gates: readonly string[],
  syntax: Syntax,
): Promise<{ readonly outcomes: readonly DetectorOutcome[]; readonly suppressed: readonly SuppressedFinding[] }> {
  const marked = files.filter(({ text }) => text.includes('seccode-ignore'));
  if (marked.length === 0) return { outcomes, suppressed: [] };
  const outlines = await Promise.all(marked.map((file) => syntax.outline(file)));
  const problems: SuppressionProblem[] = [];
  const suppressed: SuppressedFinding[] = [];
  const heeded = outcomes.map((outcome) => {
    if (gates.includes(outcome.detector)) return outcome;
    const { findings, suppressed: own, problems: found } = applySuppressions(outcome.findings, outlines);
    if (problems.length === 0) problems.push(...found);
    suppressed.push(...own);
    return { ...outcome, findings };
  });
  return { outcomes: problems.length === 0 ? heeded : [...heeded, outcomeOf(problems)], suppressed };
}

/** A suppression that does not count is worth knowing of: whoever wrote it believes that it does. */
function outcomeOf(problems: readonly SuppressionProblem[]): DetectorOutcome {
  const findings = problems.map(
    ({ span, message }): Finding => ({
      detector: 'suppressions',
      rule: 'suppression-not-counted',
      cwes: [],
      severity: 'low',
      confidence: 'high',
      span,
      message,
      remediation: 'Write `seccode-ignore: CWE-<number> -- <reason>`.',
      fingerprint: `suppression:${span.path}:${String(span.startLine)}`,
    }),
  );
  return { ...plainOutcome('suppressions'), findings };
}
