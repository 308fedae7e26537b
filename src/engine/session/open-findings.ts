import type { Severity } from '#core/severity.ts';
import { areRelated } from '#core/cwe-relations.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { SessionSettings } from '#core/settings.ts';
import { weighFindings } from '../detection/agreement/weigh-findings.ts';
import { type MergedFinding, mergeFindings } from '../detection/merge.ts';
import { isOpen } from '../detection/threshold.ts';
import type { Dismissal } from './state.ts';

/** Which findings count, and how much they weigh. */
export interface View {
  readonly settings: Pick<SessionSettings, 'failOn' | 'minConfidence'>;
  readonly dismissals: readonly Dismissal[];
  /** Detectors to look at; absent for all. */
  readonly detectors?: ReadonlySet<string>;
}

/** Each open weakness once, worst first, as the detectors in view report it. */
export function openFindings(outcomes: readonly DetectorOutcome[], view: View): readonly MergedFinding[] {
  const dismissed = new Set(view.dismissals.map(({ fingerprint }) => fingerprint));
  const counted = outcomes
    .filter(({ detector, status }) => status === 'completed' && (view.detectors?.has(detector) ?? true))
    .flatMap(({ findings }) => findings)
    .filter((finding) => isOpen(finding, view.settings) && !dismissed.has(finding.fingerprint));
  const seen = outcomes.filter(({ detector }) => view.detectors?.has(detector) ?? true);
  return weighFindings(mergeFindings(counted, areRelated), seen).toSorted(byWeight);
}

/**
 * What an open finding costs: critical 10, high 5, medium 2, low 1.
 *
 * Steep, so that trading one critical weakness for several small ones counts as progress, and the reverse never does.
 */
export const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = {
  info: 0,
  low: 1,
  medium: 2,
  high: 5,
  critical: 10,
};

export function weightOf({ finding }: MergedFinding): number {
  return SEVERITY_WEIGHT[finding.severity];
}

/** Minus the weighted sum of open findings; 0 when there is none. */
export function scoreOf(findings: readonly MergedFinding[]): number {
  return findings.reduce((score, finding) => score - weightOf(finding), 0);
}

function byWeight(a: MergedFinding, b: MergedFinding): number {
  return weightOf(b) - weightOf(a);
}
