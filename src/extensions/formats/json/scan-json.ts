import type { Finding } from '#core/finding.ts';
import type { ScanBaseline, ScanReport } from '#engine/reports/format.ts';
import { countFindings, type FindingCounts } from '#engine/reports/finding-counts.ts';
import { inReadingOrder } from '#engine/reports/reading-order.ts';
import { likelihoods } from '#engine/reports/likelihood.ts';
import { countBelowConfidence } from '#engine/reports/scan-notes.ts';
import { type ScanVerdict, scanVerdict } from '#engine/reports/scan-verdict.ts';
import type { DetectorOutcome, WithdrawnFinding } from '#core/session-event.ts';

/** A finding with what the threshold makes of it. */
export type JsonFinding = Finding & {
  /** It decides the verdict; others are only reported. */
  readonly isOpen: boolean;
  /** How likely it is, from 0 to 1, by labelled code; absent when that is not known. */
  readonly probability?: number;
};

/** Lists as objects: `{"ruff": 2}`. */
export interface JsonCounts {
  readonly total: number;
  readonly bySeverity: FindingCounts['bySeverity'];
  readonly byDetector: Readonly<Record<string, number>>;
  readonly byCwe: Readonly<Record<string, number>>;
}

/** How a detector fared; its findings stand in the report's own list. */
export type JsonDetector = Omit<DetectorOutcome, 'findings' | 'withdrawn'> & { readonly findings: number };

/** `seccode scan --format json`. Every key is always there. New keys may come; a change of meaning changes `schema`. */
export interface ScanJson {
  readonly schema: 'seccode/scan/1';
  /** Version of SecCode. */
  readonly version: string;
  readonly verdict: ScanVerdict['verdict'];
  /** Why nobody can say `secure`, one sentence each. */
  readonly gaps: readonly string[];
  readonly failOn: ScanReport['failOn'];
  readonly minConfidence: ScanReport['minConfidence'];
  readonly counts: JsonCounts;
  /** By path, then by place. Columns count UTF-16 units from 1; `endColumn` is the one after the last. */
  readonly findings: readonly JsonFinding[];
  /** Findings that a comment in the code accepts, with its reason. */
  readonly suppressed: NonNullable<ScanReport['suppressed']>;
  /** How many findings below `minConfidence` were left out; `--min-confidence low` shows them. */
  readonly belowConfidence: number;
  /** Rules that somebody named; empty lists when nobody did. */
  readonly rules: NonNullable<ScanReport['rules']>;
  /** Findings that the baseline accepts, and what is wrong with its entries; `null` without a baseline. */
  readonly baseline: ScanBaseline | null;
  readonly withdrawn: readonly WithdrawnFinding[];
  readonly detectors: readonly JsonDetector[];
  readonly skipped: ScanReport['skipped'];
}

export function scanJson(report: ScanReport): ScanJson {
  const { verdict, gaps, open } = scanVerdict(report);
  const findings = inReadingOrder(report.detectors.flatMap((outcome) => outcome.findings));
  return {
    schema: 'seccode/scan/1',
    version: report.version,
    verdict,
    gaps,
    failOn: report.failOn,
    minConfidence: report.minConfidence,
    counts: jsonCounts(findings),
    findings: jsonFindings(findings, open, report.detectors),
    suppressed: report.suppressed ?? [],
    belowConfidence: countBelowConfidence(report),
    rules: report.rules ?? { only: [], without: [] },
    baseline: report.baseline ?? null,
    withdrawn: report.detectors.flatMap((outcome) => outcome.withdrawn),
    detectors: report.detectors.map(jsonDetector),
    skipped: report.skipped,
  };
}

/** @param outcomes Of all detectors that looked: what they are silent about counts, too. */
export function jsonFindings(
  findings: readonly Finding[],
  open: readonly Finding[],
  outcomes: readonly DetectorOutcome[],
): readonly JsonFinding[] {
  const likely = likelihoods(outcomes);
  return findings.map((finding) => {
    const probability = likely.get(finding)?.probability;
    return { ...finding, isOpen: open.includes(finding), ...(probability === undefined ? {} : { probability }) };
  });
}

export function jsonDetector({ findings, withdrawn: _, ...outcome }: DetectorOutcome): JsonDetector {
  return { ...outcome, findings: findings.length };
}

export function jsonCounts(findings: readonly Finding[]): JsonCounts {
  const { total, bySeverity, byDetector, byCwe } = countFindings(findings);
  return { total, bySeverity, byDetector: Object.fromEntries(byDetector), byCwe: Object.fromEntries(byCwe) };
}
