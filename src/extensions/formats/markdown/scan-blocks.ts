import type { Finding } from '#core/finding.ts';
import { plural } from '#engine/reports/amounts.ts';
import { countFindings, describeCounts } from '#engine/reports/finding-counts.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { inReadingOrder } from '#engine/reports/reading-order.ts';
import { acceptanceOf, scanNotes } from '#engine/reports/scan-notes.ts';
import { scanVerdict } from '#engine/reports/scan-verdict.ts';
import { likelihoods } from '#engine/reports/likelihood.ts';
import { findingBlocks, place, withdrawnList } from './finding-blocks.ts';
import { code, inline, table } from './markdown-text.ts';

/** A scan: verdict, what supports it, findings, what was left out. */
export function scanBlocks(report: ScanReport): readonly string[] {
  const { verdict, open, gaps } = scanVerdict(report);
  const findings = inReadingOrder(report.detectors.flatMap((outcome) => outcome.findings));
  const withdrawn = report.detectors.flatMap((outcome) => outcome.withdrawn);
  const notes = scanNotes(report);
  const accepted = [
    ...(report.suppressed ?? []).map(({ finding, reason }) => ({ finding, why: `In the code: ${reason}` })),
    ...(report.baseline?.accepted ?? []).map(({ finding, entry }) => ({
      finding,
      why: `In the baseline: ${acceptanceOf(entry)}`,
    })),
  ];
  const counts = describeCounts(countFindings(findings));
  return [
    '# SecCode scan',
    `**Verdict: ${verdict}.** ${plural(open.length, 'finding')} at or above ${report.failOn} severity and ${report.minConfidence} confidence; ${plural(findings.length, 'finding')} in all${counts === '' ? '' : ` (${counts})`} in ${plural(report.files.length, 'file')}.`,
    ...(gaps.length === 0 ? [] : ['**Not everything was checked:**', gaps.map((gap) => `- ${inline(gap)}`).join('\n')]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${inline(note)}`).join('\n')]),
    '## What supports the verdict',
    report.detectors.length === 0
      ? 'No detector looked at this code.'
      : table(
          ['Detector', 'Version', 'State', 'Findings', 'Not covered'],
          report.detectors.map(({ detector, version, status, findings: found, notCovered, reason }) => [
            inline(detector),
            inline(version),
            status === 'failed' ? `**failed**: ${inline(reason)}` : status,
            String(found.length),
            String(notCovered.length),
          ]),
        ),
    ...(findings.length === 0
      ? []
      : [
          '## Findings',
          ...findingBlocks(findings, { files: report.files, open, likely: likelihoods(report.detectors) }),
        ]),
    ...(accepted.length === 0 ? [] : ['## Accepted findings', acceptedList(accepted)]),
    ...(withdrawn.length === 0 ? [] : ['## Withdrawn findings', withdrawnList(withdrawn)]),
    ...(report.skipped.length === 0
      ? []
      : [
          '## Files left out',
          report.skipped.map(({ path, reason }) => `- ${code(path)}: ${inline(reason)}`).join('\n'),
        ]),
  ];
}

function acceptedList(accepted: readonly { readonly finding: Finding; readonly why: string }[]): string {
  return accepted
    .map(
      ({ finding, why }) =>
        `- ${place(finding)}, rule ${code(finding.rule)}: ${inline(finding.message)} ${inline(why)}`,
    )
    .join('\n');
}
