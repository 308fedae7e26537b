import type { z } from 'zod';
import { areRelated } from '#core/cwe-relations.ts';
import { SecCodeError } from '#core/errors.ts';
import type { Finding } from '#core/finding.ts';
import type { Json } from '#core/json.ts';
import type { Message } from '#core/message.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Detector, DetectorContext, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';
import { readStructured } from '#engine/models/structured.ts';
import { REFUTATION_RESPONSE, REVIEW_RESPONSE, refutationSchema, reviewSchema } from './answer.ts';
import { locate } from './locate.ts';
import { PROMPT_VERSION, refutationPrompt, repairPrompt, reviewPrompt } from './prompts.ts';

/**
 * A model reads the code, and nothing but the code, in a context of its own.
 *
 * It costs one call for code that it finds sound. What it alone finds is put to a second, independent question that
 * argues it is false; only what survives counts. What it found or took back on an earlier candidate is not asked again.
 */
export const detector: Detector = {
  name: 'reviewer',
  title: 'A model that reviews the code line by line, and a second look that tries to refute it',
  languages: ['*'],
  needsModel: true,
  defaultRole: 'feedback',
  availability: () => Promise.resolve({ isUsable: true, detail: `prompts ${PROMPT_VERSION}`, remedy: '' }),
  detect,
};

type Doubted = NonNullable<DetectorReport['withdrawn']>[number];

async function detect({ files }: { readonly files: SourceFiles }, context: DetectorContext): Promise<DetectorReport> {
  const shown = await Promise.all(
    files.map(async (file) => ({ path: file.path, text: await context.syntax.neutralise(file) })),
  );
  const { findings } = await askFor(reviewSchema, reviewPrompt(shown), REVIEW_RESPONSE, context);
  const kept: ReportedFinding[] = [];
  const open: ReportedFinding[] = [];
  const withdrawn: Doubted[] = [];
  for (const answered of findings) {
    // Quotes are of what the model was shown; length and lines are those of the file.
    const located = locate(answered, shown);
    if (located === undefined) continue;
    const { finding } = located;
    if ('doubt' in located) withdrawn.push({ finding, reason: located.doubt });
    else if (context.earlier.withdrawn.includes(context.fingerprintOf(finding))) {
      withdrawn.push({
        finding,
        reason: 'The same finding was refuted on an earlier version of this code.',
        isRefuted: true,
      });
    } else if (needsProof(finding, context)) open.push(finding);
    else kept.push(finding);
  }
  const judged = open.length === 0 ? { upheld: [], refuted: [] } : await refute(shown, open, context);
  return {
    version: PROMPT_VERSION,
    findings: [...kept, ...judged.upheld],
    withdrawn: [...withdrawn, ...judged.refuted],
  };
}

/** Low confidence never triggers a fix by default; what others found, or what stood before, needs no second proof. */
function needsProof(finding: ReportedFinding, { others, earlier, fingerprintOf }: DetectorContext): boolean {
  if (finding.confidence === 'low') return false;
  if (earlier.upheld.includes(fingerprintOf(finding))) return false;
  return !others.some((other) => isSame(other, finding));
}

function isSame(a: Finding, b: ReportedFinding): boolean {
  return (
    a.span.path === b.span.path &&
    a.span.startLine <= b.span.endLine + 1 &&
    b.span.startLine <= a.span.endLine + 1 &&
    a.cwes.some((cwe) => b.cwes.some((other) => areRelated(cwe, other)))
  );
}

async function refute(
  shown: SourceFiles,
  claims: readonly ReportedFinding[],
  context: DetectorContext,
): Promise<{ readonly upheld: readonly ReportedFinding[]; readonly refuted: readonly Doubted[] }> {
  const answer = await askFor(refutationSchema, refutationPrompt(shown, claims), REFUTATION_RESPONSE, context);
  const upheld: ReportedFinding[] = [];
  const refuted: Doubted[] = [];
  for (const [index, finding] of claims.entries()) {
    const verdict = answer.claims.find(({ number }) => number === index + 1);
    // A claim that the answer passes over was not refuted.
    if (verdict?.stands === false) refuted.push({ finding, reason: `Refuted: ${verdict.reason}`, isRefuted: true });
    else upheld.push(finding);
  }
  return { upheld, refuted };
}

/**
 * Asks for JSON, once more if it cannot be read, and fails rather than guess. A list whose end was cut off may have lost
 * entries: that is not readable either.
 */
async function askFor<Value>(
  schema: z.ZodType<Value>,
  messages: readonly Message[],
  responseSchema: Json,
  { ask }: DetectorContext,
): Promise<Value> {
  if (ask === undefined) throw new TypeError('The reviewer needs a model, and the engine gave it none.');
  const first = await ask({ messages, responseSchema });
  const read = readStructured(first, schema);
  if (read.kind === 'read' && read.repair !== 'cut') return read.value;
  const problem = read.kind === 'read' ? 'Its end is missing.' : read.reason;
  const second = await ask({ messages: repairPrompt(messages, first, problem), responseSchema });
  const again = readStructured(second, schema);
  if (again.kind === 'read' && again.repair !== 'cut') return again.value;
  throw new SecCodeError(
    'DETECTOR_FAILED',
    'The reviewing model twice gave an answer that is not the JSON asked for.',
    {
      remedy: 'Choose a model that can answer in JSON with --reviewer-model.',
    },
  );
}
