import { z } from 'zod';
import { type CweId, parseCweId } from '#core/cwe-id.ts';
import { SecCodeError } from '#core/errors.ts';
import type { Json } from '#core/json.ts';
import { type Message, PURPOSES, type Purpose } from '#core/message.ts';
import { parseJson } from '#core/parse-json.ts';
import type { ModelReplied, PersonDecision, ReplyOutcome } from '#core/session-event.ts';
import type { SessionSettings } from '#core/settings.ts';
import { CONFIDENCES, SEVERITIES } from '#core/severity.ts';
import type { Task } from '#core/task.ts';
import { STOP_REASONS, type StopReason, VERDICTS, type Verdict } from '#core/verdict.ts';

/** Where the replies of a recording come from: a real model, unedited, or somebody who wrote them to show a case. */
export type RecordingKind = 'model' | 'scripted';

/** One request of a session with what came back for it, all calls on the wire summed up. */
export interface Exchange extends Omit<ModelReplied, 'type'> {
  readonly purpose: Purpose;
  /** `strategy`, or the detector that asked. */
  readonly asker: string;
  /** The model that was asked, `provider/name`. */
  readonly model: string;
  readonly promptHash: string;
  readonly messages: readonly Message[];
  readonly temperature?: number;
  readonly responseSchema?: Json;
}

/** What a person said in an interactive session. */
export interface RecordedDecision {
  readonly iteration: number;
  readonly decision: PersonDecision;
}

/** Everything needed to go through a session again without a model: what was asked for, and each exchange in order. */
export interface Recording {
  readonly format: 'seccode-recording';
  readonly version: 1;
  /** Version of SecCode that ran the session. */
  readonly recordedWith: string;
  readonly title: string;
  readonly kind: RecordingKind;
  readonly task: Task;
  readonly settings: SessionSettings;
  /** In the order in which they were asked. */
  readonly exchanges: readonly Exchange[];
  /** In order; empty unless the session was interactive. */
  readonly decisions: readonly RecordedDecision[];
  /** Absent when the session was recorded before it ended. */
  readonly verdict?: Verdict;
  readonly stopReason?: StopReason;
}

/** Deep enough for every schema that SecCode sends, and finite for a file that is nothing but brackets. */
const MAX_JSON_DEPTH = 64;

const count = z.int().min(0);

/** Relative to the root, and stays below it: a recording may come from anybody. */
const RelativePath = z
  .string()
  .min(1)
  .refine(
    (path) => !/^\/|^[A-Za-z]:|[\\\0]/.test(path) && !path.split('/').includes('..'),
    'must be a relative path with forward slashes and without ..',
  );

const JsonValue: z.ZodType<Json> = z.custom<Json>((value) => isJson(value, MAX_JSON_DEPTH), 'must be a JSON value');

const SpanSchema = z.object({
  path: RelativePath,
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
});
const ImportedSchema = z.object({
  tool: z.string(),
  version: z.string(),
  findings: z.array(
    z.object({
      rule: z.string(),
      cwes: z.array(z.custom<CweId>((value) => typeof value === 'string' && parseCweId(value) === value)),
      severity: z.enum(SEVERITIES),
      confidence: z.enum(CONFIDENCES),
      span: SpanSchema,
      message: z.string(),
      remediation: z.string().exactOptional(),
      flow: z.array(z.object({ span: SpanSchema, message: z.string() })).exactOptional(),
    }),
  ),
  repeatedBy: z.string().exactOptional(),
});
const TaskSchema = z.object({
  kind: z.enum(['generate', 'fix']),
  request: z.string(),
  language: z.string().min(1),
  files: z.array(z.object({ path: RelativePath, text: z.string() })),
  imported: ImportedSchema.exactOptional(),
});

const SettingsSchema = z.object({
  strategy: z.string().min(1),
  model: z.string().min(1),
  reviewerModel: z.string().exactOptional(),
  fallbackModel: z.string().exactOptional(),
  feedback: z.array(z.string()),
  marking: z.array(z.string()),
  failOn: z.enum(SEVERITIES),
  minConfidence: z.enum(CONFIDENCES),
  build: z.enum(['auto', 'required']).exactOptional(),
  isInteractive: z.boolean(),
  limits: z.object({
    maxIterations: count,
    flatRounds: z.int().min(1),
    maxTokens: z.number().min(0).exactOptional(),
    maxCalls: count.exactOptional(),
    maxCostMicroUsd: z.number().min(0).exactOptional(),
    timeoutMs: z.number().min(0).exactOptional(),
  }),
  behaviour: z
    .object({
      testCommand: z.string().exactOptional(),
      testFiles: z.array(z.string()).exactOptional(),
      writesTests: z.boolean(),
      proves: z.boolean(),
      sandbox: z.string(),
    })
    .exactOptional(),
});

const OutcomeSchema: z.ZodType<ReplyOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), text: z.string() }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  z.object({ kind: z.literal('truncated'), reason: z.string() }),
  z.object({ kind: z.literal('failed'), reason: z.string(), remedy: z.string() }),
]);

const DecisionSchema: z.ZodType<PersonDecision> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('continue') }),
  z.object({ kind: z.literal('accept') }),
  z.object({ kind: z.literal('reject'), reason: z.string() }),
  z.object({ kind: z.literal('dismiss'), fingerprint: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('instruct'), instruction: z.string() }),
  z.object({ kind: z.literal('stop') }),
]);

const ExchangeSchema = z.object({
  requestId: z.string().min(1),
  purpose: z.enum(PURPOSES),
  asker: z.string().min(1),
  model: z.string().min(1),
  answeredBy: z.string(),
  promptHash: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
  temperature: z.number().exactOptional(),
  responseSchema: JsonValue.exactOptional(),
  outcome: OutcomeSchema,
  usage: z.object({
    inputTokens: count.exactOptional(),
    cachedInputTokens: count.exactOptional(),
    outputTokens: count.exactOptional(),
  }),
  cost: z.union([z.number().min(0), z.literal('unknown')]),
  calls: count.default(1),
  durationMs: z.number().min(0),
});

const RecordingSchema: z.ZodType<Recording> = z
  .object({
    format: z.literal('seccode-recording'),
    version: z.literal(1),
    recordedWith: z.string(),
    title: z.string(),
    kind: z.enum(['model', 'scripted']),
    task: TaskSchema,
    settings: SettingsSchema,
    exchanges: z.array(ExchangeSchema),
    decisions: z.array(z.object({ iteration: count, decision: DecisionSchema })).default([]),
    verdict: z.enum(VERDICTS).exactOptional(),
    stopReason: z.enum(STOP_REASONS).exactOptional(),
  })
  .superRefine(({ exchanges }, context) => {
    const seen = new Set<string>();
    for (const [index, { requestId }] of exchanges.entries()) {
      if (seen.has(requestId)) {
        context.addIssue({
          code: 'custom',
          path: ['exchanges', index, 'requestId'],
          message: `repeats '${requestId}'`,
        });
      }
      seen.add(requestId);
    }
  });

/**
 * Reads the text of a recording file.
 *
 * @throws {SecCodeError} `RECORDING_INVALID`, naming the first place that is wrong.
 */
export function readRecording(text: string): Recording {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    throw new SecCodeError('RECORDING_INVALID', `This is not a recording. ${parsed.message}`, {
      remedy: 'Give a file written by seccode sessions export; a file that was cut off cannot be used.',
    });
  }
  const result = RecordingSchema.safeParse(parsed.value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.');
  throw new SecCodeError('RECORDING_INVALID', `This is not a recording: ${place}: ${issue?.message ?? 'is wrong'}.`, {
    remedy: 'Give a file written by seccode sessions export, or record the session anew with this version.',
  });
}

/** The text of a recording file, for people to read and for diffs to be small. */
export function writeRecording(recording: Recording): string {
  return `${JSON.stringify(recording, null, 2)}\n`;
}

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth === 0 || typeof value !== 'object') return false;
  return Object.values(value).every((item) => isJson(item, depth - 1));
}
