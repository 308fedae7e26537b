import { type LabelledSample, labelledSampleSchema } from '#engine/evals/labelled/labelled-sample.ts';
import { z } from 'zod';
import type { Share } from '#engine/evals/statistics/wilson-interval.ts';
/** One labelled piece of code. */
export interface LabelledSample {
  /** Where its publisher has it. */
  readonly id?: string | undefined;
  readonly language: string;
  /** Number of the weakness that a vulnerable sample has, and a secure one has not. */
  readonly cwe: number;
  readonly label: 'vulnerable' | 'secure';
  readonly code: string;
  /** Samples of one pair are versions of one task. */
  readonly pair?: string | null | undefined;
}
const sampleSchema: z.ZodType<LabelledSample> = z.object({
  id: z.string().optional(),
  language: z.string(),
  cwe: z.int(),
  label: z.enum(['vulnerable', 'secure']),
  code: z.string(),
  pair: z.string().nullish(),
});
/** What a detector reaches on labelled samples. */
export interface Score {
  /** Vulnerable samples with a finding of the weakness. */
  readonly recall: Share;
  /** Secure samples with a finding of the weakness they are known not to have. */
  readonly falsePositives: Share;
  /** Vulnerable samples that are flagged while the secure version of the same task is not. */
  readonly pairs: Share;
}

/**
 * Samples of a set: one JSON object per line.
 *
 * @throws {Error} when a line is none or lacks a field.
 */
export function readSamples(text: string): readonly LabelledSample[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelledSampleSchema.parse(JSON.parse(line)));
}

/** The samples below a folder of their publisher's, those of each folder in it as one pair whatever the set says. */
export function samplesBelow(samples: readonly LabelledSample[], folder: string): readonly LabelledSample[] {
  return samples.flatMap((sample) => {
    if (sample.id?.startsWith(`${folder}/`) !== true) return [];
    return [{ ...sample, pair: sample.id.slice(0, sample.id.lastIndexOf('/')) }];
  });
}
/** Scores a set given which samples, by position, have a finding that matches their label. */
export function scoreSamples(samples: readonly LabelledSample[], isHit: (position: number) => boolean): Score {
  const hits = samples.map((_, position) => isHit(position));
  const share = (label: LabelledSample['label']): Share => ({
    hits: samples.filter((sample, position) => sample.label === label && hits[position] === true).length,
    of: samples.filter((sample) => sample.label === label).length,
  });
  const twins = new Map<string, { readonly vulnerable: number[]; readonly secure: number[] }>();
  samples.forEach(({ pair, label }, position) => {
    if (pair === undefined || pair === null || pair === '') return;
    const twin = twins.get(pair) ?? { vulnerable: [], secure: [] };
    twins.set(pair, twin);
    twin[label].push(position);
  });
  const pairs = [...twins.values()].flatMap(({ vulnerable, secure: [secure] }) =>
    secure === undefined ? [] : vulnerable.map((position) => hits[position] === true && hits[secure] !== true),
  );
  return {
    recall: share('vulnerable'),
    falsePositives: share('secure'),
    pairs: { hits: pairs.filter(Boolean).length, of: pairs.length },
  };
}
