import { z } from 'zod';
import { type CaseSet, LOOKS } from '#core/behaviour.ts';
import type { CweId } from '#core/cwe-id.ts';
import { parseJson } from '#core/parse-json.ts';
import type { Sample } from '#core/sample.ts';
import { BUILD_TIMES } from '#core/settings.ts';
import { CONFIDENCES, SEVERITIES } from '#core/severity.ts';
import type { SourceFile } from '#core/source-file.ts';
import type { Cost, Usage } from '#core/usage.ts';
import { STOP_REASONS, VERDICTS } from '#core/verdict.ts';
import { type EvalCell, SAMPLE_MODES } from './eval-cell.ts';
import type { EvalPlan } from './eval-plan.ts';
import type { EvalResult, IterationResult } from './eval-result.ts';
import type { CountedFinding, Score } from './score.ts';

/*
 * Cells, plans and results as they lie in a queue. Whoever can write to a queue can write anything there, so all of it
 * meets a schema. Fields that a newer version added are kept: dropping them would change what was measured.
 */

const count = z.int().min(0);
const line = z.string().max(10_000);
const name = z.string().min(1).max(300);
const cwe: z.ZodType<CweId> = z.custom<CweId>((value) => typeof value === 'string' && /^CWE-[1-9]\d{0,4}$/.test(value));
/** A path that leaves no folder. What programs do with it is checked again where files are written. */
const path = z
  .string()
  .min(1)
  .max(1000)
  .refine((value) => !/^[/\\]|^[a-z]:|\\|\0|(?:^|\/)\.\.?(?:\/|$)/i.test(value), 'must be relative');

const file: z.ZodType<SourceFile> = z.looseObject({ path, text: z.string() });
const files = z.array(file);
const check = z.looseObject({ look: z.enum(LOOKS), path: z.string(), text: z.string() });
const behaviourCase = z.looseObject({
  name: z.string(),
  arguments: z.array(z.string()),
  stdin: z.string(),
  environment: z.array(z.looseObject({ name: z.string(), value: z.string() })),
  files,
  checks: z.array(check),
});
const caseSet: z.ZodType<CaseSet> = z.looseObject({
  entry: z.string().exactOptional(),
  driver: file.exactOptional(),
  cases: z.array(behaviourCase),
});
const sample: z.ZodType<Sample> = z.looseObject({
  id: name,
  language: name,
  cwes: z.array(cwe),
  request: z.string().exactOptional(),
  files: files.exactOptional(),
  label: z.enum(['vulnerable', 'secure']).exactOptional(),
  pair: z.string().exactOptional(),
  cluster: z.string().exactOptional(),
  tests: z.looseObject({ functional: caseSet, exploit: caseSet }).exactOptional(),
  references: z.looseObject({ secure: files, insecure: files }).exactOptional(),
});
const cellSchema: z.ZodType<EvalCell> = z.looseObject({
  index: count,
  dataset: name,
  mode: z.enum(SAMPLE_MODES),
  sample,
  model: name,
  strategy: name,
  repeat: z.int().min(1),
});

const names = z.array(name);
const planSchema: z.ZodType<EvalPlan> = z.looseObject({
  models: names,
  strategies: names,
  datasets: z.array(
    z.looseObject({
      name,
      path: z.string().exactOptional(),
      mapping: z.record(z.string(), z.string()).exactOptional(),
      title: z.string().exactOptional(),
      mode: z.enum(SAMPLE_MODES),
      languages: names.exactOptional(),
      limit: count.exactOptional(),
    }),
  ),
  repeats: z.int().min(1),
  maxIterations: count,
  flatRounds: z.int().min(1),
  feedback: names.exactOptional(),
  heldOut: names.exactOptional(),
  scorers: names,
  budget: z.looseObject({ calls: count.exactOptional(), tokens: count.exactOptional() }).exactOptional(),
  cap: z.looseObject({ costMicroUsd: count.exactOptional(), tokens: count.exactOptional() }).exactOptional(),
  failOn: z.enum(SEVERITIES),
  minConfidence: z.enum(CONFIDENCES),
  build: z.enum(BUILD_TIMES),
  reviewerModel: name.exactOptional(),
  seed: z.int(),
  judges: z.looseObject({ version: line, languages: names, detectors: z.record(name, line) }).exactOptional(),
});

const finding: z.ZodType<CountedFinding> = z.looseObject({
  cwe: cwe.exactOptional(),
  severity: z.enum(SEVERITIES),
  detectors: names,
  fingerprint: z.string(),
});
const score: z.ZodType<Score> = z.discriminatedUnion('status', [
  z.looseObject({
    status: z.literal('scored'),
    passes: z.boolean(),
    findings: z.array(finding).exactOptional(),
    detail: line,
  }),
  z.looseObject({ status: z.literal('unscored'), reason: line }),
]);
const scores = z.record(z.string(), score);
const iteration: z.ZodType<IterationResult> = z.looseObject({
  iteration: count,
  isAccepted: z.boolean(),
  open: count,
  fixed: count,
  introduced: count,
  falselyClaimed: count,
  changeFaults: z.array(z.string()),
  lines: count,
  scores,
});
const usage: z.ZodType<Usage> = z.looseObject({
  inputTokens: count.exactOptional(),
  cachedInputTokens: count.exactOptional(),
  outputTokens: count.exactOptional(),
});
const cost: z.ZodType<Cost> = z.union([z.number().min(0), z.literal('unknown')]);
const resultSchema: z.ZodType<EvalResult> = z.looseObject({
  key: z.string(),
  index: count,
  dataset: name,
  mode: z.enum(SAMPLE_MODES),
  sampleId: name,
  cluster: z.string(),
  language: name,
  cwes: z.array(cwe),
  model: name,
  strategy: name,
  repeat: z.int().min(1),
  sessionId: z.string(),
  verdict: z.enum(VERDICTS).exactOptional(),
  stopReason: z.enum(STOP_REASONS).exactOptional(),
  iterations: z.array(iteration),
  scores,
  usage,
  cost,
  calls: count,
  durationMs: z.number().min(0),
  error: z.string().exactOptional(),
});

/** One cell, read from JSON; `undefined` when the text holds anything else. */
export function parseEvalCell(text: string): EvalCell | undefined {
  return parse(cellSchema, text);
}

/** One plan, read from JSON; `undefined` when the text holds anything else. */
export function parseEvalPlan(text: string): EvalPlan | undefined {
  return parse(planSchema, text);
}

/** One result, read from JSON; `undefined` when the text holds anything else. */
export function parseEvalResult(text: string): EvalResult | undefined {
  return parse(resultSchema, text);
}

function parse<Value>(schema: z.ZodType<Value>, text: string): Value | undefined {
  const json = parseJson(text);
  return json.ok ? schema.safeParse(json.value).data : undefined;
}
