import type { Share } from '../statistics/wilson-interval.ts';
import type { LabelledSample } from './labelled-sample.ts';

/** What scoring needs to know of a sample: the code is not kept. */
export type SampleLabel = Pick<LabelledSample, 'label' | 'pair'>;

/** What a detector reaches on labelled samples. */
export interface SampleScore {
  /** Vulnerable samples with a finding of the weakness. */
  readonly recall: Share;
  /** Secure samples with a finding of the weakness they are known not to have. */
  readonly falsePositives: Share;
  /** Vulnerable samples that are flagged while the first secure version of the same task is not. */
  readonly pairs: Share;
}

/** Scores a set given which samples, by position, have a finding that matches their label. */
export function scoreSamples(samples: readonly SampleLabel[], isHit: (position: number) => boolean): SampleScore {
  const hits = samples.map((_, position) => isHit(position));
  const share = (label: SampleLabel['label']): Share => ({
    hits: samples.filter((sample, position) => sample.label === label && hits[position] === true).length,
    of: samples.filter((sample) => sample.label === label).length,
  });
  const pairs = strictPairs(samples).map(
    ({ vulnerable, secure }) => hits[vulnerable] === true && hits[secure] !== true,
  );
  return {
    recall: share('vulnerable'),
    falsePositives: share('secure'),
    pairs: { hits: pairs.filter(Boolean).length, of: pairs.length },
  };
}

/** Each vulnerable sample with the first secure one of its pair, by position; those without a secure twin are left out. */
export function strictPairs(
  samples: readonly SampleLabel[],
): readonly { readonly vulnerable: number; readonly secure: number }[] {
  const twins = new Map<string, { readonly vulnerable: number[]; readonly secure: number[] }>();
  samples.forEach(({ pair, label }, position) => {
    if (pair === undefined || pair === null || pair === '') return;
    const twin = twins.get(pair) ?? { vulnerable: [], secure: [] };
    twins.set(pair, twin);
    twin[label].push(position);
  });
  return [...twins.values()].flatMap(({ vulnerable, secure: [secure] }) =>
    secure === undefined ? [] : vulnerable.map((position) => ({ vulnerable: position, secure })),
  );
}
