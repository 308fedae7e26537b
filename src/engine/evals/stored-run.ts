import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import { SAMPLE_MODES } from './eval-cell.ts';
import type { EvalPlan } from './eval-plan.ts';
import type { EvalResult } from './eval-result.ts';

/*
 * As with the events of a session: what every reader relies on is checked, the rest is not. SecCode wrote it, and a field
 * that a newer version added must not make an older run unreadable.
 */

const score = z.discriminatedUnion('status', [
  z.looseObject({ status: z.literal('scored'), passes: z.boolean(), detail: z.string() }),
  z.looseObject({ status: z.literal('unscored'), reason: z.string() }),
]);
const scores = z.record(z.string(), score);
const count = z.int().min(0);

const resultShape = z.looseObject({
  key: z.string(),
  index: count,
  dataset: z.string(),
  mode: z.enum(SAMPLE_MODES),
  sampleId: z.string(),
  cluster: z.string(),
  language: z.string(),
  cwes: z.array(z.string()),
  model: z.string(),
  strategy: z.string(),
  repeat: z.int().min(1),
  sessionId: z.string(),
  iterations: z.array(
    z.looseObject({
      iteration: count,
      isAccepted: z.boolean(),
      open: count,
      fixed: count,
      introduced: count,
      falselyClaimed: count,
      changeFaults: z.array(z.string()),
      lines: count,
      scores,
    }),
  ),
  scores,
  usage: z.looseObject({ inputTokens: count.optional(), outputTokens: count.optional() }),
  cost: z.union([z.number().min(0), z.literal('unknown')]),
  calls: count,
  durationMs: z.number().min(0),
  error: z.string().optional(),
});

const planShape = z.looseObject({
  models: z.array(z.string()).min(1),
  strategies: z.array(z.string()).min(1),
  datasets: z.array(z.looseObject({ name: z.string(), mode: z.enum(SAMPLE_MODES) })).min(1),
  repeats: z.int().min(1),
  maxIterations: count,
  flatRounds: z.int().min(1),
  scorers: z.array(z.string()),
  failOn: z.string(),
  minConfidence: z.string(),
  build: z.string(),
  seed: z.number(),
});

/** What a stored result has to be. */
export const evalResultSchema: z.ZodType<EvalResult> = z.custom<EvalResult>(
  (value) => resultShape.safeParse(value).success,
  'not a result of an evaluation',
);

/** What a stored plan has to be. */
export const evalPlanSchema: z.ZodType<EvalPlan> = z.custom<EvalPlan>(
  (value) => planShape.safeParse(value).success,
  'not the plan of an evaluation',
);

/** The result in one line of JSON; `undefined` when the line holds anything else. */
export function parseStoredResult(line: string): EvalResult | undefined {
  const json = parseJson(line);
  return json.ok ? evalResultSchema.safeParse(json.value).data : undefined;
}
