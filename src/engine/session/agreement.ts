import type { Verdict } from '#core/verdict.ts';
import { confidenceInAny, confidenceInNone } from '../detection/agreement/weigh-findings.ts';
import type { MergedFinding } from '../detection/merge.ts';
import { openIn } from './best-view.ts';
import type { Panel } from './panel.ts';
import type { SessionState } from './state.ts';

/**
 * Why detectors disagree so that nobody can say who is right: all that is open comes from the second jury, the counts do
 * not reach its rules, and a detector that was measured to find this weakness looked and is silent.
 */
export function disputeAbout(open: readonly MergedFinding[], { heldOut }: Pick<Panel, 'heldOut'>): string | undefined {
  const [first] = open;
  if (first === undefined) return undefined;
  const isDisputed = ({ agreedBy, probability, silent = [] }: MergedFinding): boolean =>
    probability === undefined && silent.length > 0 && agreedBy.every((name) => heldOut.includes(name));
  if (!open.every(isDisputed)) return undefined;
  const { agreedBy, finding, silent = [] } = first;
  return `Detectors disagree, and no measurement tells who is right: ${agreedBy.join(', ')} reports ${finding.cwes[0] ?? finding.rule}, while ${silent.join(', ')} knows this weakness, looked and reports nothing.`;
}

/** Adds how sure a verdict is, and says so in its explanation. */
export function withConfidence<Weighed extends { readonly verdict: Verdict; readonly explanation: string }>(
  weighed: Weighed,
  state: SessionState,
  panel: Panel,
): Weighed & { readonly confidence?: number } {
  const { best } = state;
  if (best === undefined || weighed.verdict === 'undecided') return weighed;
  const isVulnerable = weighed.verdict === 'vulnerable';
  const confidence = isVulnerable
    ? confidenceInAny(openIn(best, state, panel).all)
    : confidenceInNone(
        best.outcomes,
        best.files.map(({ path }) => path),
      );
  if (confidence === undefined) return weighed;
  const percent = `${String(Math.round(100 * Math.min(0.99, confidence)))} %`;
  const sentence = isVulnerable
    ? `By labelled code, at least one of these is real with a probability of ${percent}.`
    : `By labelled code, of which half is vulnerable, code without findings is free of the measured weaknesses with a probability of ${percent}.`;
  return { ...weighed, confidence, explanation: `${weighed.explanation} ${sentence}` };
}
