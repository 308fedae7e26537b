import { createHash } from 'node:crypto';
import { cweId } from '#core/cwe-id.ts';
import type { PrecisionTable } from '#engine/detection/agreement/precision-table.ts';
import { type AgreementModel, probabilityOf } from '#engine/detection/agreement/probability.ts';
import { countPrecision, matchingCwes } from './calibration-table.ts';
import { type Outcomes, pathOf, sampleKey } from './labelled-outcomes.ts';
import type { LabelledSample } from './score-samples.ts';

const FOLDS = 5;

/** Model and threshold, chosen on samples that nothing is shown on. */
export interface Choice {
  readonly model: AgreementModel;
  /** Probability from which a sample counts as flagged. */
  readonly threshold: number;
}

/** Which part of `parts` a sample is in: all versions of one task, and all samples of one text, are in the same. */
export function partOf(sample: LabelledSample, parts: number, salt: string): number {
  const name =
    sample.pair === undefined || sample.pair === null || sample.pair === '' ? sampleKey(sample) : sample.pair;
  return createHash('sha256').update(`${salt}\0${name}`).digest().readUInt32BE(0) % parts;
}

/** Probability that a sample has its label's weakness by those who report it; `undefined` where nobody does. */
export function sampleProbability(
  sample: LabelledSample,
  all: readonly Outcomes[],
  table: PrecisionTable,
  model: AgreementModel,
): number | undefined {
  const key = sampleKey(sample);
  const looked = all.filter(({ said }) => said.has(key));
  const members = looked.flatMap(({ detector, said }) =>
    (said.get(key) ?? []).flatMap((finding) => {
      const cwes = matchingCwes(finding, sample.cwe);
      return cwes.length === 0 ? [] : [{ detector, rule: finding.rule, cwes }];
    }),
  );
  if (members.length === 0) return undefined;
  const silent = looked
    .map(({ detector }) => detector)
    .filter((name) => !members.some(({ detector }) => detector === name));
  return probabilityOf({ path: pathOf(sample), cwes: [cweId(sample.cwe)], members, silent }, table, model);
}

/** F1 of flagged samples: recall and precision over what is labelled. */
export function f1Of(samples: readonly LabelledSample[], isHit: (sample: LabelledSample) => boolean): number {
  let [hits, wrong, missed] = [0, 0, 0];
  for (const sample of samples) {
    const isVulnerable = sample.label === 'vulnerable';
    if (!isHit(sample)) missed += isVulnerable ? 1 : 0;
    else if (isVulnerable) hits += 1;
    else wrong += 1;
  }
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong + missed);
}

/**
 * Chooses model and threshold by cross-validation on calibration samples alone: for each fold the table is counted on the
 * others, and what is compared is F1 over all folds together.
 *
 * @param calibration All sets' calibration samples: what the table is counted on.
 * @param target Those of them that are like what will be shown: what F1 is counted on.
 */
export function choose(
  calibration: readonly LabelledSample[],
  target: readonly LabelledSample[],
  all: readonly Outcomes[],
  models: readonly AgreementModel[],
): Choice {
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    table: countPrecision(
      calibration.filter((sample) => partOf(sample, FOLDS, 'fold') !== fold),
      all,
    ),
    samples: target.filter((sample) => partOf(sample, FOLDS, 'fold') === fold),
  }));
  let best: Choice | undefined;
  let bestF1 = -1;
  for (const model of models) {
    const scored = folds.flatMap(({ table, samples }) =>
      samples.map((sample) => ({ sample, probability: sampleProbability(sample, all, table, model) ?? -1 })),
    );
    const probabilities = new Map(scored.map(({ sample, probability }) => [sample, probability]));
    for (let step = 1; step < 20; step += 1) {
      const threshold = step / 20;
      const f1 = f1Of(target, (sample) => (probabilities.get(sample) ?? -1) >= threshold);
      if (f1 > bestF1 + 1e-9) [best, bestF1] = [{ model, threshold }, f1];
    }
  }
  if (best === undefined) throw new RangeError('There is no model to choose from.');
  return best;
}

/** All models that are tried. */
export function candidateModels(): readonly AgreementModel[] {
  const weights = [0, 0.25, 0.5, 1];
  return [1, 2, 4, 8, 16].flatMap((shrinkage) =>
    weights.flatMap((agreementWeight) =>
      weights.map((silenceWeight) => ({ shrinkage, agreementWeight, silenceWeight, fewestCounts: 0 })),
    ),
  );
}
