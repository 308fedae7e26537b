import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import type { Label } from '#core/sample.ts';
import type { DatasetRow } from '../dataset-row.ts';

/** One labelled piece of code, as detectors are scored on. */
export interface LabelledSample {
  /** Where its publisher has it. */
  readonly id?: string | undefined;
  /** Id of a language, whether SecCode reads it or not. */
  readonly language: string;
  /** Number of the weakness that a vulnerable sample has, and a secure one has not. */
  readonly cwe: number;
  readonly label: Label;
  readonly code: string;
  /** Samples of one pair are versions of one task. */
  readonly pair?: string | null | undefined;
}

/** Name of the row that stands for all languages together. */
export const ALL_LANGUAGES = 'all';

export const labelledSampleSchema: z.ZodType<LabelledSample> = z.object({
  id: z.string().optional(),
  language: z
    .string()
    .regex(/^[a-z][a-z0-9+#.-]{0,30}$/i)
    .refine((language) => language !== ALL_LANGUAGES),
  cwe: z.int().positive(),
  label: z.enum(['vulnerable', 'secure']),
  code: z.string(),
  pair: z.string().nullish(),
});

/**
 * The labelled sample of a row.
 *
 * @throws {SecCodeError} `INPUT_INVALID`, naming file, row and field, when it is none.
 */
export function labelledSampleOf({ place, fields }: DatasetRow): LabelledSample {
  const read = labelledSampleSchema.safeParse(Object.fromEntries(fields));
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path[0];
  const fact = typeof field === 'string' ? `'${field}' is missing or is not what it should be` : 'It is no sample';
  throw new SecCodeError('INPUT_INVALID', `${place} is no labelled sample: ${fact}.`, {
    remedy: 'Give each line the fields language, cwe (a number), label (vulnerable or secure) and code.',
  });
}
