import type { CweId } from '#core/cwe-id.ts';
import type { Finding } from '#core/finding.ts';
import { SEVERITIES, type Severity } from '#core/severity.ts';

export interface FindingCounts {
  readonly total: number;
  /** Every severity, worst first, also those with none. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** By detector, most first. */
  readonly byDetector: readonly (readonly [detector: string, count: number])[];
  /** By weakness, most first. A finding with several counts for each, one with none for no weakness. */
  readonly byCwe: readonly (readonly [cwe: CweId, count: number])[];
}

/** How many findings there are of each kind. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    total: findings.length,
    bySeverity: {
      critical: of('critical'),
      high: of('high'),
      medium: of('medium'),
      low: of('low'),
      info: of('info'),
    },
    byDetector: tally(findings.map(({ detector }) => detector)),
    byCwe: tally(findings.flatMap(({ cwes }) => [...new Set(cwes)])),
  };
}

/** Such as `1 critical, 2 low`; empty when there is none. */
export function describeCounts({ bySeverity }: FindingCounts): string {
  return SEVERITIES.toReversed()
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${bySeverity[severity]} ${severity}`)
    .join(', ');
}

function tally<Key extends string>(keys: readonly Key[]): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
