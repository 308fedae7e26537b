import { areRelated } from '#core/cwe-relations.ts';
import type { Finding } from '#core/finding.ts';
import type { MergedFinding } from '../merge.ts';
import type { PrecisionIndex } from './precision.ts';
import { type AgreementWeights, combine } from './probability.ts';

/** What one detector made of the file that a finding lies in. */
export interface DetectorView {
  readonly detector: string;
  /** All it reports there, also what is below a threshold. */
  readonly findings: readonly Finding[];
}

/** How sure a weakness is, and who says so. */
export interface Assessment {
  /** Between 0 and 1, as if vulnerable and secure code were equally frequent. */
  readonly probability: number;
  /** Samples in which the best-known rule behind it was counted; 0 when the table reaches none of them. */
  readonly support: number;
  /** Detectors that looked at the file, were measured to find this weakness, and report nothing like it there. */
  readonly silent: readonly string[];
}

/**
 * Weighs one weakness by the table.
 *
 * @param views Of every detector that looked at the finding's file.
 */
export function assess(
  { finding, members }: Pick<MergedFinding, 'finding' | 'members'>,
  views: readonly DetectorView[],
  language: string,
  table: PrecisionIndex,
  weights: AgreementWeights,
): Assessment {
  const best = new Map<string, number>();
  let support = 0;
  for (const member of members) {
    const precision = table.of(member, language);
    best.set(member.detector, Math.max(best.get(member.detector) ?? 0, precision.probability));
    support = Math.max(support, precision.support);
  }
  const [cwe] = finding.cwes;
  const silences = views.flatMap(({ detector, findings }) => {
    if (cwe === undefined || best.has(detector) || findings.some((other) => isLike(other, finding))) return [];
    // A detector that never found this weakness anywhere says nothing by not finding it here.
    if (!table.knows(detector, language, cwe)) return [];
    return [{ detector, odds: table.silence(detector, language, cwe) }];
  });
  return {
    probability: combine(
      [...best.values()],
      silences.map(({ odds }) => odds),
      weights,
    ),
    support,
    silent: silences.map(({ detector }) => detector).toSorted(),
  };
}

function isLike(one: Finding, other: Finding): boolean {
  return one.cwes.some((cwe) => other.cwes.some((known) => areRelated(cwe, known)));
}
