import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { Verdict } from '#core/verdict.ts';
import { isOpen } from '../detection/threshold.ts';
import type { ScanReport } from './format.ts';
import { inReadingOrder } from './reading-order.ts';

export type ScanFacts = Pick<ScanReport, 'detectors' | 'failOn' | 'minConfidence' | 'gates'>;

export interface ScanVerdict {
  readonly verdict: Verdict;
  /** Findings at or above the thresholds, in reading order. */
  readonly open: readonly Finding[];
  /** Why nobody can say `secure`, one sentence each; also present when the verdict is `vulnerable`. */
  readonly gaps: readonly string[];
}

/**
 * What a scan can say of the code.
 *
 * `vulnerable` as soon as a finding is open, for what one detector found does not go away because another failed. Else
 * `secure` only when a detector completed and none failed or left a file out; a detector that knows none of the
 * languages neither helps nor harms. What a gate finds is no weakness: it means that the code cannot be judged.
 */
export function scanVerdict({ detectors, gates = [], ...threshold }: ScanFacts): ScanVerdict {
  const findings = detectors.flatMap((outcome) => outcome.findings);
  const isFromGate = ({ detector }: Finding): boolean => gates.includes(detector);
  const open = inReadingOrder(findings.filter((finding) => !isFromGate(finding) && isOpen(finding, threshold)));
  const broken = inReadingOrder(findings.filter(isFromGate));
  const gaps = [
    ...broken.map(
      ({ span, message }) => `${span.path} cannot be judged, see line ${span.startLine}: ${sentence(message)}`,
    ),
    ...coverageGaps(detectors),
  ];
  return { verdict: open.length > 0 ? 'vulnerable' : gaps.length > 0 ? 'undecided' : 'secure', open, gaps };
}

/** What was not checked, one sentence each; empty when all that could be checked was. */
export function coverageGaps(detectors: readonly DetectorOutcome[]): readonly string[] {
  const gaps = detectors.flatMap(({ detector, status, reason, notCovered }) => [
    ...(status === 'failed' ? [`Detector ${detector} failed: ${sentence(reason)}`] : []),
    ...notCovered.map((file) => `Detector ${detector} did not check ${file.path}: ${sentence(file.reason)}`),
  ]);
  const hasCompleted = detectors.some(({ status }) => status === 'completed');
  return hasCompleted || gaps.length > 0 ? gaps : ['No detector looked at this code.'];
}

function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return 'no reason was given.';
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
