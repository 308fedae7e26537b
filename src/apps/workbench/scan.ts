import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import { SecCodeError } from '#core/errors.ts';
import type { Limits } from '#core/settings.ts';
import { addCost, addUsage } from '#core/usage.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { canLookAt } from '#engine/detection/applicability.ts';
import type { Detector, ModelQuestion } from '#engine/detection/detector.ts';
import { runDetector } from '#engine/detection/run-detector.ts';
import { applySuppressions, type SuppressionProblem } from '#engine/detection/suppressions.ts';
import { redactSecrets } from '#engine/secrets/redact-secrets.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { brokenLimit, type Spent, unreportedTokens } from '#engine/session/limits.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { type Extensions, load, loadAll } from '../compose.ts';
import { VERSION } from '../version.ts';
import type { CollectedFiles } from './collect-files.ts';
import type { Models } from './models.ts';

/** How to scan. */
export interface ScanWish {
  /** By name; absent for every detector that needs no model. */
  readonly detectors?: readonly string[];
  readonly failOn: Severity;
  readonly minConfidence: Confidence;
  /** For detectors that ask a model. */
  readonly limits?: Limits;
  /** For detectors that ask a model; needed when one is named. */
  readonly models?: Models;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

const DETECTOR_TIMEOUT_MS = 600_000;

/** What the calls of one scan took so far. */
interface Account {
  spent: Spent;
  readonly startedMs: number;
}

/** Runs detectors over files, and nothing else: no model writes, nothing is changed. */
export async function scan(
  { files, skipped }: Pick<CollectedFiles, 'files' | 'skipped'>,
  wish: ScanWish,
  extensions: Extensions,
): Promise<ScanReport> {
  const syntax = await extensions.syntax();
  const detectors = await chosenDetectors(wish, extensions);
  // What a model sees has placeholders of the same length in place of secrets: every finding keeps its place.
  const hidden = detectors.some(({ needsModel }) => needsModel) ? redactSecrets(files).files : files;
  const outcomes: DetectorOutcome[] = [];
  const account: Account = { spent: { usage: {}, estimatedTokens: 0, cost: 0 }, startedMs: wish.nowMs() };
  for (const detector of detectors) {
    outcomes.push(await look(detector, detector.needsModel ? hidden : files, syntax, wish, account));
  }
  const heeded = await heedSuppressions(outcomes, files, syntax);
  const notCovered = [...skipped, ...unknownTo(detectors, files, syntax)];
  return {
    kind: 'scan',
    version: VERSION,
    files,
    // A source file that was left out was not checked, and so nothing here is clean.
    detectors: notCovered.length === 0 ? heeded : [...heeded, { ...plainOutcome('files'), notCovered }],
    gates: detectors.filter(({ isGate }) => isGate === true).map(({ name }) => name),
    failOn: wish.failOn,
    minConfidence: wish.minConfidence,
    skipped: [],
  };
}

/** Files in languages of which no detector here knows the weaknesses: that they parse does not make them clean. */
function unknownTo(detectors: readonly Detector[], files: SourceFiles, syntax: Syntax): CollectedFiles['skipped'] {
  const looking = detectors.filter(({ isGate }) => isGate !== true);
  return files
    .filter((file) => !looking.some((detector) => canLookAt(detector, file, (path) => syntax.languageOf(path))))
    .map(({ path }) => ({
      path,
      reason: `No detector that was run knows the weaknesses of ${syntax.languageOf(path)?.title ?? 'its language'}.`,
    }));
}

async function chosenDetectors({ detectors }: ScanWish, extensions: Extensions): Promise<readonly Detector[]> {
  if (detectors !== undefined) {
    return await Promise.all(detectors.map((name) => load(extensions.detectors, name, 'detector')));
  }
  const all = await loadAll(extensions.detectors);
  const usable = await Promise.all(
    all.map(async (detector) => !detector.needsModel && (await detector.availability()).isUsable),
  );
  return all.filter((_, index) => usable[index]);
}

async function look(
  detector: Detector,
  files: SourceFiles,
  syntax: Syntax,
  wish: ScanWish,
  account: Account,
): Promise<DetectorOutcome> {
  let asked = 0;
  const { models, signal, nowMs } = wish;
  const ask = async (question: ModelQuestion): Promise<string> => {
    asked += 1;
    if (models === undefined) throw new TypeError(`The detector '${detector.name}' needs a model.`);
    const requestId = `scan.${detector.name}.${String(asked)}`;
    const call = { requestId, purpose: 'review', role: 'reviewer', temperature: 0, ...question } as const;
    const { spent, startedMs } = account;
    const limit = brokenLimit(spent, wish.limits ?? {}, question.messages, nowMs() - startedMs);
    if (limit !== undefined) {
      throw new SecCodeError('MODEL_FAILED', `A limit was reached: ${limit.detail}`, {
        remedy: 'Raise --max-tokens, --max-cost or --timeout, or scan fewer files.',
      });
    }
    const result = await models.call(call, signal);
    const { outcome } = result;
    account.spent = {
      usage: addUsage(spent.usage, result.usage),
      estimatedTokens: spent.estimatedTokens + unreportedTokens(result, question.messages),
      cost: addCost(spent.cost, result.cost),
    };
    if (outcome.kind === 'answered') return outcome.text;
    throw new SecCodeError('MODEL_FAILED', outcome.reason, { remedy: 'Choose another model with --reviewer-model.' });
  };
  return await runDetector({
    detector,
    files,
    syntax,
    signal,
    nowMs,
    timeoutMs: DETECTOR_TIMEOUT_MS,
    ...(detector.needsModel ? { ask } : {}),
  });
}

/** Inline suppressions count here, where a person owns the code; inside the loop they never do. */
async function heedSuppressions(
  outcomes: readonly DetectorOutcome[],
  files: SourceFiles,
  syntax: Syntax,
): Promise<readonly DetectorOutcome[]> {
  const marked = files.filter(({ text }) => text.includes('seccode-ignore'));
  if (marked.length === 0) return outcomes;
  const outlines = await Promise.all(marked.map((file) => syntax.outline(file)));
  const problems: SuppressionProblem[] = [];
  const heeded = outcomes.map((outcome) => {
    const { findings, suppressed, problems: found } = applySuppressions(outcome.findings, outlines);
    if (problems.length === 0) problems.push(...found);
    const withdrawn = suppressed.map(({ finding, reason }) => ({
      finding,
      reason: `Suppressed in the code: ${reason}`,
    }));
    return { ...outcome, findings, withdrawn: [...outcome.withdrawn, ...withdrawn] };
  });
  return problems.length === 0 ? heeded : [...heeded, outcomeOf(problems)];
}

/** A suppression that does not count is worth knowing of: whoever wrote it believes that it does. */
function outcomeOf(problems: readonly SuppressionProblem[]): DetectorOutcome {
  const findings = problems.map(
    ({ span, message }): Finding => ({
      detector: 'suppressions',
      rule: 'suppression-not-counted',
      cwes: [],
      severity: 'low',
      confidence: 'high',
      span,
      message,
      remediation: 'Write `seccode-ignore: CWE-<number> -- <reason>`.',
      fingerprint: `suppression:${span.path}:${String(span.startLine)}`,
    }),
  );
  return { ...plainOutcome('suppressions'), findings };
}

/** What SecCode itself has to say beside the detectors. */
function plainOutcome(detector: string): DetectorOutcome {
  return {
    detector,
    version: VERSION,
    status: 'completed',
    reason: '',
    findings: [],
    withdrawn: [],
    notCovered: [],
    durationMs: 0,
  };
}
