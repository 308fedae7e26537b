import { z } from 'zod';
import type { Json } from '#core/json.ts';

const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
const CONFIDENCES = ['low', 'medium', 'high'] as const;

/** A model writes "High" and "HIGH" as often as "high", and now and then a word of its own. */
const word = <Word extends string>(words: readonly Word[], fallback: Word): z.ZodType<Word> =>
  z.preprocess(
    (given) => words.find((known) => typeof given === 'string' && known === given.trim().toLowerCase()) ?? fallback,
    z.custom<Word>(),
  );

/** Some models give a probability where a word was asked for. */
function asWord(confidence: unknown): unknown {
  if (typeof confidence !== 'number') return confidence;
  if (confidence >= 0.8) return 'high';
  return confidence >= 0.5 ? 'medium' : 'low';
}

/** One finding as the reviewing model gives it. Lenient: what is missing is empty, and is then thrown out with a reason. */
export interface AnsweredFinding {
  readonly path: string;
  /** 0 when it is missing. */
  readonly line: number;
  readonly quote: string;
  readonly cwe: string;
  readonly severity: (typeof SEVERITIES)[number];
  readonly confidence: (typeof CONFIDENCES)[number];
  readonly weakness: string;
  readonly attack: string;
  readonly fix: string;
}

const findingSchema: z.ZodType<AnsweredFinding> = z.object({
  path: z.string().catch(''),
  line: z.coerce.number().int().catch(0),
  quote: z.string().catch(''),
  cwe: z.coerce.string().catch(''),
  severity: word(SEVERITIES, 'medium'),
  confidence: z.preprocess(asWord, word(CONFIDENCES, 'medium')),
  weakness: z.string().catch(''),
  attack: z.string().catch(''),
  fix: z.string().catch(''),
});

/** The reviewer's answer. `findings` has to be there: an answer without it is no "nothing found". */
export const reviewSchema: z.ZodType<{ readonly findings: readonly AnsweredFinding[] }> = z.object({
  findings: z.array(findingSchema),
});

/** What the refutation says of one claim; `number` counts from 1, as the claims were listed. */
export interface AnsweredClaim {
  readonly number: number;
  readonly stands: boolean;
  readonly reason: string;
}

/** The answer to a refutation: one entry per claim, by its number. */
export const refutationSchema: z.ZodType<{ readonly claims: readonly AnsweredClaim[] }> = z.object({
  claims: z.array(
    z.object({
      number: z.coerce.number().int(),
      stands: z.union([z.boolean(), z.stringbool()]),
      reason: z.string().catch(''),
    }),
  ),
});

const text = { type: 'string' } as const;

/** What is asked of providers with structured output; stricter than what is accepted. */
export const REVIEW_RESPONSE: Json = {
  type: 'object',
  additionalProperties: false,
  required: ['findings'],
  properties: {
    findings: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'line', 'quote', 'cwe', 'severity', 'confidence', 'weakness', 'attack', 'fix'],
        properties: {
          path: text,
          line: { type: 'integer' },
          quote: text,
          cwe: text,
          severity: { type: 'string', enum: [...SEVERITIES] },
          confidence: { type: 'string', enum: [...CONFIDENCES] },
          weakness: text,
          attack: text,
          fix: text,
        },
      },
    },
  },
};

export const REFUTATION_RESPONSE: Json = {
  type: 'object',
  additionalProperties: false,
  required: ['claims'],
  properties: {
    claims: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['number', 'stands', 'reason'],
        properties: { number: { type: 'integer' }, stands: { type: 'boolean' }, reason: text },
      },
    },
  },
};
