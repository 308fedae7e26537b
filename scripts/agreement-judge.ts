import { cweId } from '#core/cwe-id.ts';
import { areRelated } from '#core/cwe-relations.ts';
import { assess } from '#engine/detection/agreement/assess.ts';
import { openPrecision, type PrecisionIndex } from '#engine/detection/agreement/precision.ts';
import type { AgreementWeights } from '#engine/detection/agreement/probability.ts';
import { type MergedFinding, mergeFindings } from '#engine/detection/merge.ts';
import { countReports } from './agreement-counts.ts';
import type { Look, Looks } from './agreement-outcomes.ts';
import { foldOf, type GroupedSample } from './agreement-samples.ts';

/** Everything that is learned from the calibration half. */
export interface Calibration {
  readonly choice: Choice;
  /** Mean F1 over the sets that cross-validation within the calibration half foretells. */
  readonly foretold: number;
}

/** What is chosen by cross-validation. */
export interface Choice {
  readonly weights: AgreementWeights;
  /** Probability from which on a weakness counts as found. */
  readonly threshold: number;
  /** Findings below this confidence are left out, as they are in a scan. */
  readonly lowest: 'low' | 'medium';
}

/** Gives the greatest probability of a weakness that a sample is labelled for; 0 when nobody reports it. */
export type Judge = (sample: GroupedSample) => number;

/** Hits and false alarms, for F1. */
export interface Tally {
  readonly found: number;
  readonly vulnerable: number;
  readonly alarms: number;
}

const FOLDS = 5;
/** The most cautious first: of two that are equally good the earlier is taken. */
const THRESHOLDS = [0.5, 0.4, 0.6, 0.3, 0.7] as const;
const CHOICES: readonly Choice[] = THRESHOLDS.flatMap((threshold) =>
  [8, 3, 1].flatMap((shrinkage) =>
    [0.5, 0.25, 1].flatMap((agreeing) =>
      [0, 0.3, 0.6].flatMap((silent) =>
        (['medium', 'low'] as const).map((lowest) => ({ threshold, weights: { shrinkage, agreeing, silent }, lowest })),
      ),
    ),
  ),
);
/** Samples of each kind below which F1 of a set says too little. */
const FEWEST = 10;

type Evidence = { readonly merged: readonly MergedFinding[]; readonly looked: readonly Look[] };
type Merged = (sample: GroupedSample, lowest: Choice['lowest']) => Evidence;

/** Weaknesses of a sample that match its label, merged as the loop does; remembered, since merging does not change. */
export function openMerged(looks: Looks): Merged {
  const known = { low: new Map<GroupedSample, Evidence>(), medium: new Map<GroupedSample, Evidence>() };
  return (sample, lowest) => {
    const before = known[lowest].get(sample);
    if (before !== undefined) return before;
    const label = cweId(sample.cwe);
    const looked = looks.of(sample).filter(({ hasLooked }) => hasLooked);
    const findings = looked
      .flatMap((look) => look.findings)
      .filter(({ confidence }) => lowest === 'low' || confidence !== 'low');
    const merged = mergeFindings(findings, areRelated).filter(({ members }) =>
      members.some(({ cwes }) => cwes.some((cwe) => areRelated(cwe, label))),
    );
    const made = { merged, looked };
    known[lowest].set(sample, made);
    return made;
  };
}

/** Judges that know the counts of these samples only. */
export function judgeFrom(
  samples: readonly GroupedSample[],
  looks: Looks,
  mergedOf: Merged,
): (choice: Pick<Choice, 'weights' | 'lowest'>) => Judge {
  const table = countReports(samples, looks);
  const indexes = new Map<number, PrecisionIndex>();
  return ({ weights, lowest }) => {
    const index = indexes.get(weights.shrinkage) ?? openPrecision(table, weights.shrinkage);
    indexes.set(weights.shrinkage, index);
    return (sample) => {
      const { merged, looked } = mergedOf(sample, lowest);
      const all = merged.map((one) => assess(one, looked, sample.language, index, weights).probability);
      return Math.max(0, ...all);
    };
  };
}

/**
 * Chooses by cross-validation among calibration samples of one language: each sample is judged by counts that know nothing
 * of its group. What gives the best F1 on the mean of the sets wins: one small set would choose by chance.
 */
export function calibrate(samples: readonly GroupedSample[], looks: Looks, mergedOf: Merged): Calibration {
  const tallies = CHOICES.map(() => new Map<string, Tally & { readonly secure: number }>());
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeld = (sample: GroupedSample): boolean => foldOf(sample, FOLDS, 'fold') === fold;
    const held = samples.filter(isHeld);
    const from = judgeFrom(
      samples.filter((sample) => !isHeld(sample)),
      looks,
      mergedOf,
    );
    const scores = new Map<string, readonly number[]>();
    CHOICES.forEach((choice, position) => {
      const { weights, lowest, threshold } = choice;
      const key = JSON.stringify({ weights, lowest });
      const scored = scores.get(key) ?? held.map(from(choice));
      scores.set(key, scored);
      held.forEach(({ set: name, language, label }, index) => {
        const set = `${name} ${language}`;
        const isFlagged = (scored[index] ?? 0) > threshold;
        const isVulnerable = label === 'vulnerable';
        const { found, vulnerable, alarms, secure } = tallies[position]?.get(set) ?? NOTHING;
        tallies[position]?.set(set, {
          found: found + Number(isFlagged && isVulnerable),
          vulnerable: vulnerable + Number(isVulnerable),
          alarms: alarms + Number(isFlagged && !isVulnerable),
          secure: secure + Number(!isVulnerable),
        });
      });
    });
  }
  const judged = CHOICES.map((choice, position) => {
    const sets = [...(tallies[position]?.values() ?? [])].filter(
      ({ vulnerable, secure }) => Math.min(vulnerable, secure) >= FEWEST,
    );
    return { choice, foretold: sets.reduce((sum, set) => sum + f1Of(set), 0) / Math.max(1, sets.length) };
  });
  return judged.reduce((best, one) => (one.foretold > best.foretold + 1e-9 ? one : best));
}

const NOTHING = { found: 0, vulnerable: 0, alarms: 0, secure: 0 } as const;

/** Harmonic mean of precision and recall. */
export function f1Of({ found, vulnerable, alarms }: Tally): number {
  return vulnerable + found + alarms === 0 ? 0 : (2 * found) / (vulnerable + found + alarms);
}
