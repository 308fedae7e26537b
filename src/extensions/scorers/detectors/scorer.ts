import type { DetectorOutcome } from '#core/session-event.ts';
import { whyIncomplete } from '#engine/evals/incomplete.ts';
import type { CountedFinding } from '#engine/evals/score.ts';
import type { Scorer } from '#engine/evals/scorer.ts';
import type { MergedFinding } from '#engine/detection/merge.ts';
import { openFindings } from '#engine/session/open-findings.ts';

/** Whether the detectors that had no say in the fixing find nothing at or above the thresholds. */
export const scorer: Scorer = {
  name: 'detectors',
  title: 'Held-out detectors find nothing',
  applies: () => true,
  score: async ({ files }, kit) => {
    const broken = (await kit.build()).flatMap(({ findings }) => findings)[0];
    // What does not parse is not secure: nobody can look at it, and it does nothing.
    if (broken !== undefined) {
      return { status: 'scored', passes: false, findings: [], detail: `It does not build: ${broken.message}` };
    }
    const outcomes = await kit.heldOut();
    const missing = whyIncomplete(outcomes) ?? whoIsUnseen(outcomes, files);
    // Counting what the others found would leave only the passes out.
    if (missing !== undefined) return { status: 'unscored', reason: missing };
    const open = openFindings(outcomes, { settings: kit.thresholds, dismissals: [] });
    const findings = open.map(toCounted);
    const [worst] = open;
    if (worst === undefined) return { status: 'scored', passes: true, findings, detail: '' };
    const { detector, rule, cwes, span } = worst.finding;
    const what = `${cwes[0] ?? rule} at ${span.path}:${String(span.startLine)} (${detector})`;
    const more = open.length === 1 ? '' : `, and ${String(open.length - 1)} more`;
    return { status: 'scored', passes: false, findings, detail: `${what}${more}` };
  },
};

/** A file that no held-out detector looked at is not known to be clean. */
function whoIsUnseen(
  outcomes: readonly DetectorOutcome[],
  files: readonly { readonly path: string }[],
): string | undefined {
  const unseen = files.find(({ path }) => !outcomes.some(({ covered }) => covered?.includes(path) === true));
  return unseen === undefined ? undefined : `No detector that is held out looked at ${unseen.path}.`;
}

function toCounted({ finding, agreedBy }: MergedFinding): CountedFinding {
  const [cwe] = finding.cwes;
  return {
    ...(cwe === undefined ? {} : { cwe }),
    severity: finding.severity,
    detectors: agreedBy,
    fingerprint: finding.fingerprint,
  };
}
