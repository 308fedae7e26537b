import type { CweId } from '#core/cwe-id.ts';
import { familyOf } from '#core/cwe-relations.ts';
import { type Count, lookKey, type PrecisionTable, ruleKey, sumCounts } from './precision-table.ts';

/** How the evidence is weighed. Chosen by cross-validation; `docs/guide/agreement.md` says how. */
export interface AgreementModel {
  /** Counts that the coarser level is worth where a finer one is estimated: the shrinkage. */
  readonly shrinkage: number;
  /** Share of its log-odds that every agreeing detector but the strongest adds: detectors are not independent. */
  readonly agreementWeight: number;
  /** Share of its log-odds that a silent detector takes away. */
  readonly silenceWeight: number;
  /** Findings of a rule that the table must have counted to know it; with 0, its detector's other rules speak for it. */
  readonly fewestCounts: number;
}

export const AGREEMENT_MODEL: AgreementModel = {
  shrinkage: 4,
  agreementWeight: 0.5,
  silenceWeight: 0.5,
  fewestCounts: 3,
};

/** All silent detectors together take away no more than this: from odds of 1 to odds of about 1 in 7. */
const MOST_SILENCE = 2;
/** No count makes anything certain. */
const MOST_LOG_ODDS = 4;

/** One weakness at one place: who reports it, who looked there and does not. */
export interface Claim {
  /** Of the file it is in. */
  readonly path: string;
  /** The weakness that silent detectors are asked for. */
  readonly cwes: readonly CweId[];
  readonly members: readonly { readonly detector: string; readonly rule: string; readonly cwes: readonly CweId[] }[];
  /** Detectors that looked at the file and do not report it. */
  readonly silent: readonly string[];
}

/**
 * How likely the weakness is real on code of which half is vulnerable; `undefined` when the table knows none of the rules.
 *
 * The strongest report counts in full and every other one in part; a silent detector takes away what its measured
 * misses allow. So one more agreeing detector never lowers it, and a silent one never raises it.
 */
export function probabilityOf(
  claim: Claim,
  table: PrecisionTable,
  model: AgreementModel = AGREEMENT_MODEL,
): number | undefined {
  const reports = new Map<string, number>();
  for (const member of claim.members) {
    const odds = reportLogOdds(member, table, model);
    if (odds !== undefined) reports.set(member.detector, Math.max(odds, reports.get(member.detector) ?? odds));
  }
  const [strongest, ...others] = [...reports.values()].toSorted((a, b) => b - a);
  if (strongest === undefined) return undefined;
  const agreement = others.reduce((sum, odds) => sum + model.agreementWeight * Math.max(0, odds), 0);
  const silence = knowingSilent(claim, table).reduce(
    (sum, detector) => sum - model.silenceWeight * silenceLogOdds(detector, claim, table, model),
    0,
  );
  return toProbability(clamp(strongest + agreement) - Math.min(MOST_SILENCE, silence));
}

/** Silent detectors that have found weaknesses of this family in this kind of file on labelled code. */
export function knowingSilent({ path, cwes, silent }: Claim, table: PrecisionTable): readonly string[] {
  return silent.filter((detector) =>
    cwes.some((cwe) => (table[detector]?.looks[lookKey(path, cwe)]?.flagged[0] ?? 0) > 0),
  );
}

/** Log-odds of one report: the rule's counts, drawn to the detector's counts for the family, drawn to the detector's. */
function reportLogOdds(
  { detector, rule, cwes }: Claim['members'][number],
  table: PrecisionTable,
  model: AgreementModel,
): number | undefined {
  const known = table[detector]?.rules;
  if (known === undefined) return undefined;
  const all = Object.entries(known);
  const whole = shrink(sumCounts(all.map(([, count]) => count)), 0.5, model);
  const candidates = cwes.flatMap((cwe) => {
    const own = known[ruleKey(rule, cwe)] ?? [0, 0];
    if (own[0] + own[1] < model.fewestCounts) return [];
    const family = sumCounts(all.flatMap(([key, count]) => (key.endsWith(` ${familyOf(cwe)}`) ? [count] : [])));
    return [shrink(own, shrink(family, whole, model), model)];
  });
  return candidates.length === 0 ? undefined : clamp(toLogOdds(Math.max(...candidates)));
}

/** At most 0: log of how much likelier its silence is over a weakness than over none. */
function silenceLogOdds(
  detector: string,
  { path, cwes }: Claim,
  table: PrecisionTable,
  { shrinkage }: AgreementModel,
): number {
  const rates = cwes.flatMap((cwe) => {
    const look = table[detector]?.looks[lookKey(path, cwe)];
    if (look === undefined) return [];
    const [missed, passed] = [0, 1].map((side) => {
      const [looked, flagged] = [look.looked[side === 0 ? 0 : 1], look.flagged[side === 0 ? 0 : 1]];
      return (looked - flagged + shrinkage / 2) / (looked + shrinkage);
    });
    return missed === undefined || passed === undefined ? [] : [Math.log(missed / passed)];
  });
  return Math.min(0, ...rates);
}

function shrink([inVulnerable, inSecure]: Count, towards: number, { shrinkage }: AgreementModel): number {
  return (inVulnerable + shrinkage * towards) / (inVulnerable + inSecure + shrinkage);
}

function toLogOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function toProbability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function clamp(logOdds: number): number {
  return Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, logOdds));
}
