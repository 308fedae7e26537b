import type { Finding } from '#core/finding.ts';
import type { FormatOptions, ScanReport } from '#engine/reports/format.ts';
import { plural } from '#engine/reports/amounts.ts';
import { countFindings, describeCounts } from '#engine/reports/finding-counts.ts';
import { inReadingOrder } from '#engine/reports/reading-order.ts';
import { acceptanceOf, scanNotes } from '#engine/reports/scan-notes.ts';
import { type ScanVerdict, scanVerdict } from '#engine/reports/scan-verdict.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import { findingLines } from './finding-lines.ts';
import { likelihoods } from '#engine/reports/likelihood.ts';
import { paintWith } from './paint.ts';

/** Skipped files and accepted findings that are named one by one; of more there is only a count. */
const NAMED = 10;

/** The verdict comes last, because that is what stays on the screen; what failed stands right above it. */
export function scanLines(report: ScanReport, { hasColour, width }: FormatOptions): readonly string[] {
  const { files, skipped } = report;
  const paint = paintWith(hasColour);
  const scan = scanVerdict(report);
  const findings = inReadingOrder(report.detectors.flatMap((outcome) => outcome.findings));
  const withdrawn = report.detectors.flatMap((outcome) => outcome.withdrawn);
  const named = skipped.slice(0, NAMED).map(({ path, reason }) => `  ${visibleLine(path)}: ${visibleLine(reason)}`);
  return [
    ...findingLines(findings, { files, open: scan.open, likely: likelihoods(report.detectors), paint, width }),
    ...(findings.length === 0
      ? []
      : [
          `${plural(findings.length, 'finding')} in ${plural(pathsOf(findings), 'file')}: ${describeCounts(countFindings(findings))}.`,
        ]),
    ...(withdrawn.length === 0
      ? []
      : [
          `${plural(withdrawn.length, 'finding')} taken back:`,
          ...withdrawn.map(({ finding: { span, cwes, rule }, reason }) =>
            visibleLine(`  ${span.path}:${span.startLine} ${cwes[0] ?? rule}: ${reason}`),
          ),
        ]),
    ...acceptedLines(report).map(paint.dim),
    ...scanNotes(report).map((note) => paint.dim(visibleLine(note))),
    ...(skipped.length === 0 ? [] : [`${plural(skipped.length, 'file')} left out:`, ...named.map(paint.dim)]),
    ...(skipped.length > NAMED ? [paint.dim(`  and ${skipped.length - NAMED} more`)] : []),
    ...scan.gaps.map((gap) => `${paint.error('NOT CHECKED')} ${visibleLine(gap)}`),
    `${paint.verdict(scan.verdict, scan.verdict)}: ${explain(report, scan)}`,
  ];
}

/** Findings that somebody accepted, in the code or in the baseline. */
function acceptedLines({ suppressed = [], baseline }: ScanReport): readonly string[] {
  const accepted = baseline?.accepted ?? [];
  return [
    ...namedLines(
      'suppressed in the code',
      suppressed.map(({ finding, reason }) => ({ finding, why: reason })),
    ),
    ...namedLines(
      `accepted by ${baseline?.file ?? ''}`,
      accepted.map(({ finding, entry }) => ({ finding, why: acceptanceOf(entry) })),
    ),
  ];
}

function namedLines(
  what: string,
  findings: readonly { readonly finding: Finding; readonly why: string }[],
): readonly string[] {
  if (findings.length === 0) return [];
  return [
    `${plural(findings.length, 'finding')} ${what}:`,
    ...findings
      .slice(0, NAMED)
      .map(({ finding: { span, rule }, why }) => `  ${span.path}:${span.startLine} ${rule}: ${why}`),
    ...(findings.length > NAMED ? [`  and ${findings.length - NAMED} more`] : []),
  ].map(visibleLine);
}

function explain({ detectors, files, failOn, minConfidence }: ScanReport, { verdict, open }: ScanVerdict): string {
  const threshold = `at or above ${failOn} severity and ${minConfidence} confidence`;
  switch (verdict) {
    case 'vulnerable':
      return `${plural(open.length, 'finding')} ${threshold}.`;
    case 'undecided':
      return `no finding ${threshold}, but not everything was checked.`;
    case 'secure': {
      const names = detectors
        .filter(({ status }) => status === 'completed')
        .map(({ detector }) => visibleLine(detector));
      return `${names.join(', ')} found nothing ${threshold} in ${plural(files.length, 'file')}.`;
    }
  }
}

function pathsOf(findings: readonly { readonly span: { readonly path: string } }[]): number {
  return new Set(findings.map(({ span }) => span.path)).size;
}
