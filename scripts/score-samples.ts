import { z } from 'zod';

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

/** A share with how many it is of. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

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
    .map((line) => sampleSchema.parse(JSON.parse(line)));
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

/** Two-sided 95 % interval of a share by Wilson's formula. */
export function wilsonInterval({ hits, of }: Share): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z95 = 1.959964;
  const share = hits / of;
  const denominator = 1 + z95 ** 2 / of;
  const centre = (share + z95 ** 2 / (2 * of)) / denominator;
  const half = (z95 / denominator) * Math.sqrt((share * (1 - share)) / of + z95 ** 2 / (4 * of ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
