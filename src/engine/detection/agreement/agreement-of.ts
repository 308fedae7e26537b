import { areRelated } from '#core/cwe-relations.ts';
import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import { type MergedFinding, mergeFindings } from '../merge.ts';
import { PRECISION_TABLE } from './precision-table.generated.ts';
import type { PrecisionTable } from './precision-table.ts';
import { knowingSilent, probabilityOf } from './probability.ts';

/** Who stands behind one weakness, and how likely it is real. */
export interface Agreement {
  readonly agreedBy: readonly string[];
  /** Detectors that looked at the file, have found such weaknesses before, and do not report this one. */
  readonly silent: readonly string[];
  /** From 0 to 1 on code of which half is vulnerable; absent when the table does not know the rules. */
  readonly probability?: number;
}

type Looked = Pick<DetectorOutcome, 'detector' | 'status' | 'covered' | 'findings'>;

/** What the detectors together make of one weakness. */
export function agreementOf(
  { finding, agreedBy, members }: MergedFinding,
  outcomes: readonly Looked[],
  table: PrecisionTable = PRECISION_TABLE,
): Agreement {
  const quiet = outcomes
    .filter(({ status, covered }) => status === 'completed' && covered?.includes(finding.span.path) === true)
    .map(({ detector }) => detector)
    .filter((detector) => !agreedBy.includes(detector));
  const claim = { path: finding.span.path, cwes: finding.cwes, members, silent: quiet };
  const probability = probabilityOf(claim, table);
  return { agreedBy, silent: knowingSilent(claim, table), ...(probability === undefined ? {} : { probability }) };
}

/** The agreement on each finding of these outcomes. Findings that are one weakness share it. */
export function agreementsOf(
  outcomes: readonly Looked[],
  table: PrecisionTable = PRECISION_TABLE,
): ReadonlyMap<Finding, Agreement> {
  const merged = mergeFindings(
    outcomes.flatMap(({ findings }) => findings),
    areRelated,
  );
  return new Map(
    merged.flatMap((one) => {
      const agreement = agreementOf(one, outcomes, table);
      return one.members.map((member) => [member, agreement] as const);
    }),
  );
}

/** Such as `likely 83 % (static, cppcheck agree; flawfinder silent)`; `undefined` where there is no probability. */
export function agreementText({ probability, agreedBy, silent }: Agreement): string | undefined {
  if (probability === undefined) return undefined;
  const agree = agreedBy.length === 1 ? `${agreedBy.join('')} alone` : `${agreedBy.join(', ')} agree`;
  const others = silent.length === 0 ? '' : `; ${silent.join(', ')} silent`;
  return `likely ${(100 * probability).toFixed(0)} % (${agree}${others})`;
}
