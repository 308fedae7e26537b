import type { Finding } from '#core/finding.ts';
import { SEVERITIES } from '#core/severity.ts';

/** By path, then by place, the worse first at one place: the order of every report. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      compareText(a.span.path, b.span.path) ||
      a.span.startLine - b.span.startLine ||
      a.span.startColumn - b.span.startColumn ||
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
      compareText(a.detector, b.detector) ||
      compareText(a.rule, b.rule),
  );
}

/** By code units, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
