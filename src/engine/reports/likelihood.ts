import { areRelated } from '#core/cwe-relations.ts';
import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import { weighFindings } from '../detection/agreement/weigh-findings.ts';
import { mergeFindings } from '../detection/merge.ts';

/** How likely a finding is, and in words who says so. */
export interface Likelihood {
  /** From 0 to 1, as if vulnerable and secure code were equally frequent. */
  readonly probability: number;
  /** `likely 83 % (static, cppcheck agree; flawfinder silent)`, without the brackets where one detector reports it. */
  readonly words: string;
}

/** The likelihood of each finding that the counts reach; findings of one weakness share theirs. */
export function likelihoods(outcomes: readonly DetectorOutcome[]): ReadonlyMap<Finding, Likelihood> {
  const completed = outcomes.filter(({ status }) => status === 'completed');
  const merged = mergeFindings(
    completed.flatMap(({ findings }) => findings),
    areRelated,
  );
  return new Map(
    weighFindings(merged, completed).flatMap(({ members, agreedBy, probability, silent = [] }) => {
      if (probability === undefined) return [];
      const who = [
        ...(agreedBy.length > 1 ? [`${agreedBy.join(', ')} agree`] : []),
        ...(silent.length > 0 ? [`${silent.join(', ')} silent`] : []),
      ];
      const words = `likely ${Math.min(99, Math.round(100 * probability))} %${who.length === 0 ? '' : ` (${who.join('; ')})`}`;
      return members.map((member): [Finding, Likelihood] => [member, { probability, words }]);
    }),
  );
}
