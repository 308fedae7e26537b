import type { DetectorOutcome } from '#core/session-event.ts';
import { SecCodeError } from '#core/errors.ts';
import type { DetectorSettings, Limits } from '#core/settings.ts';
import { addCost, addUsage } from '#core/usage.ts';
import { type Confidence, isAtLeastAsSure, type Severity } from '#core/severity.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { canLookAt } from '#engine/detection/applicability.ts';
import { detectorGroups, expandGroups } from '#engine/detection/detector-groups.ts';
import type { Detector, ModelQuestion } from '#engine/detection/detector.ts';
import { type DetectorRun, runDetector } from '#engine/detection/run-detector.ts';
import { isFindingWanted, NO_RULE_WISHES, type RuleWishes } from '#engine/detection/rule-choice.ts';
import { redactSecrets } from '#engine/secrets/redact-secrets.ts';
import { NO_TOOLS, type Toolbox } from '#engine/sandbox/toolbox.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { brokenLimit, type Spent, unreportedTokens } from '#engine/session/limits.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { type Extensions, load, loadAll } from '../compose.ts';
import { VERSION } from '../version.ts';
import type { CollectedFiles } from './collect-files.ts';
import { heedBaseline, type BaselineInForce } from './heed-baseline.ts';
import { heedSuppressions } from './heed-suppressions.ts';
import type { Models } from './models.ts';
import { openAnalysis, requireKnownRules } from './open-analysis.ts';
import { plainOutcome } from './plain-outcome.ts';
import { usableDetectors } from './usable-detectors.ts';

/** How to scan. */
export interface ScanWish {
  /** By name, or by the name of a group; absent for those that a scan runs by default. */
  readonly detectors?: readonly string[];
  /** Rules that somebody named; absent for every stable one. */
  readonly rules?: RuleWishes;
  /** Findings that somebody answers for. */
  readonly baseline?: BaselineInForce;
  /** Threads at most; absent for one per core. */
  readonly concurrency?: number;
  readonly failOn: Severity;
  readonly minConfidence: Confidence;
  /** For detectors that ask a model. */
  readonly limits?: Limits;
  /** For detectors that ask a model; needed when one is named. */
  readonly models?: Models;
  /** Programs of this machine, for detectors that are some; absent: none. */
  readonly tools?: Toolbox;
  /** For each detector; absent: ten minutes. */
  readonly detectorTimeoutMs?: number;
  /** What the person told single detectors. */
  readonly detectorSettings?: DetectorSettings;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

const DETECTOR_TIMEOUT_MS = 600_000;

type Services = Required<Pick<DetectorRun, 'syntax' | 'analysis' | 'toolchains'>>;

/** What the calls of one scan took so far. */
interface Account {
  spent: Spent;
  readonly startedMs: number;
}

/**
 * Runs detectors over files, and nothing else: no model writes, nothing is changed.
 *
 * Findings that nobody wants to see are taken out here, once for every report: those that the code or the baseline
 * accepts are kept apart, those below the wanted confidence are counted.
 */
export async function scan(
  { files, skipped }: Pick<CollectedFiles, 'files' | 'skipped'>,
  wish: ScanWish,
  extensions: Extensions,
): Promise<ScanReport> {
  const { rules = NO_RULE_WISHES, minConfidence } = wish;
  await requireKnownRules(rules, extensions, wish.detectors !== undefined);
  const analysis = openAnalysis(extensions, rules, wish.concurrency);
  const syntax = await extensions.syntax();
  const detectors = await chosenDetectors(wish, extensions, syntax);
  const services: Services = { syntax, analysis, toolchains: async () => await loadAll(extensions.toolchains) };
  const gates = detectors.filter(({ isGate }) => isGate === true).map(({ name }) => name);
  // What a model sees has placeholders of the same length in place of secrets: every finding keeps its place.
  const hidden = detectors.some(({ needsModel }) => needsModel) ? redactSecrets(files).files : files;
  const outcomes: DetectorOutcome[] = [];
  const account: Account = { spent: { usage: {}, estimatedTokens: 0, cost: 0, calls: 0 }, startedMs: wish.nowMs() };
  for (const detector of detectors) {
    const outcome = await look(detector, detector.needsModel ? hidden : files, services, wish, account);
    outcomes.push(detector.isGate === true ? outcome : withFindings(outcome, (one) => isFindingWanted(one, rules)));
  }
  const inline = await heedSuppressions(outcomes, files, gates, syntax);
  const baselined = heedBaseline(inline.outcomes, wish.baseline, { files, gates, rules, nowMs: wish.nowMs });
  const heeded = baselined.outcomes.map((outcome) =>
    withFindings(outcome, ({ confidence }) => isAtLeastAsSure(confidence, minConfidence)),
  );
  const notCovered = [...skipped, ...unknownTo(detectors, files, syntax)];
  return {
    kind: 'scan',
    version: VERSION,
    files,
    // A source file that was left out was not checked, and so nothing here is clean.
    detectors: notCovered.length === 0 ? heeded : [...heeded, { ...plainOutcome('files'), notCovered }],
    gates,
    failOn: wish.failOn,
    minConfidence,
    skipped: [],
    ...(inline.suppressed.length === 0 ? {} : { suppressed: inline.suppressed }),
    belowConfidence: countDropped(baselined.outcomes, heeded),
    ...(rules.only.length + rules.without.length === 0 ? {} : { rules }),
    ...(baselined.report === undefined ? {} : { baseline: baselined.report }),
  };
}

function withFindings(
  outcome: DetectorOutcome,
  isWanted: (finding: DetectorOutcome['findings'][number]) => boolean,
): DetectorOutcome {
  return outcome.findings.every(isWanted) ? outcome : { ...outcome, findings: outcome.findings.filter(isWanted) };
}

/** How many findings each detector lost. */
function countDropped(
  before: readonly DetectorOutcome[],
  after: readonly DetectorOutcome[],
): NonNullable<ScanReport['belowConfidence']> {
  return Object.fromEntries(
    before.flatMap(({ detector, findings }, index) => {
      const dropped = findings.length - (after[index]?.findings.length ?? 0);
      return dropped === 0 ? [] : [[detector, dropped]];
    }),
  );
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

async function chosenDetectors(
  { detectors: named, tools = NO_TOOLS, detectorSettings }: ScanWish,
  extensions: Extensions,
  { languages }: Syntax,
): Promise<readonly Detector[]> {
  if (named !== undefined) {
    const isGrouped = named.some((name) => detectorGroups(languages).includes(name));
    const usable = isGrouped ? await usableDetectors(await loadAll(extensions.detectors), tools, detectorSettings) : [];
    const names = expandGroups(named, usable, languages);
    return await Promise.all(names.map((name) => load(extensions.detectors, name, 'detector')));
  }
  const all = await loadAll(extensions.detectors);
  const candidates = await usableDetectors(
    all.filter(({ needsModel, isExternal }) => !needsModel && isExternal !== true),
    tools,
    detectorSettings,
  );
  const byDefault = candidates.filter(({ isGate, isDefaultForScan }) => isGate === true || isDefaultForScan === true);
  // Where no detector of weaknesses calls itself the usual one, each is.
  return byDefault.some(({ isGate }) => isGate !== true) ? byDefault : candidates;
}

async function look(
  detector: Detector,
  files: SourceFiles,
  services: Services,
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
        remedy: 'Raise --max-tokens, --max-cost, --max-calls or --timeout, or scan fewer files.',
      });
    }
    const result = await models.call(call, signal);
    const { outcome } = result;
    account.spent = {
      usage: addUsage(spent.usage, result.usage),
      estimatedTokens: spent.estimatedTokens + unreportedTokens(result, question.messages),
      cost: addCost(spent.cost, result.cost),
      calls: spent.calls + result.calls,
    };
    if (outcome.kind === 'answered') return outcome.text;
    throw new SecCodeError('MODEL_FAILED', outcome.reason, { remedy: 'Choose another model with --reviewer-model.' });
  };
  return await runDetector({
    detector,
    files,
    ...services,
    tools: wish.tools,
    settings: wish.detectorSettings?.[detector.name],
    signal,
    nowMs,
    timeoutMs: wish.detectorTimeoutMs ?? DETECTOR_TIMEOUT_MS,
    ...(detector.needsModel ? { ask } : {}),
  });
}
