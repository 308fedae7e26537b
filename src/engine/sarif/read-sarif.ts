import { SecCodeError } from '#core/errors.ts';
import type { Edit, FlowStep } from '#core/finding.ts';
import { parseJson } from '#core/parse-json.ts';
import type { ReportedFinding } from '../detection/detector.ts';
import { type ArtifactSeen, artifactsSeen } from './artifact-seen.ts';
import { artifactPath, type SarifPlaces } from './artifact-path.ts';
import { notedGaps, type Gaps } from './gaps.ts';
import { regionReader, type RegionReader } from './region-span.ts';
import { messageText, oneLine, resultMessage } from './sarif-message.ts';
import { confidenceOf, cwesOf, ruleFinder, type ResultRule, severityOf } from './sarif-rules.ts';
import {
  logSchema,
  resultSchema,
  type SarifPhysicalLocation,
  type SarifResultData,
  type SarifRunData,
} from './sarif-schema.ts';

/** A finding of a SARIF log. */
export interface SarifFinding extends ReportedFinding {
  /** The code at the place as the analyser saw it, where the log holds it. */
  readonly snippet?: string;
  /** Its file as the analyser saw it, where the log says. */
  readonly seen?: ArtifactSeen;
  /** The fingerprint that SecCode gave it, in a report of its own. */
  readonly knownAs?: string;
  /** The log names no line: the span is that of the first one. */
  readonly hasNoLine?: true;
}

/** What one run of one analyser found. */
export interface SarifRun {
  readonly tool: string;
  /** Empty when the log does not say. */
  readonly version: string;
  readonly findings: readonly SarifFinding[];
  /** Findings that the log calls suppressed: somebody answers for them, or a comment in the code silences them. */
  readonly suppressed: readonly SarifFinding[];
  /** The analyser did all it should, and every finding could be read. Only then do no findings mean anything. */
  readonly isComplete: boolean;
  /** What is missing, one sentence each; empty exactly when the run is complete. */
  readonly gaps: readonly string[];
}

export interface SarifLog {
  readonly runs: readonly SarifRun[];
}

/** In characters. */
const MAX_TEXT = 200_000_000;
const MAX_RUNS = 200;
const MAX_FINDINGS = 50_000;
const MAX_STEPS = 100;
const MAX_EDITS = 200;
const MAX_SNIPPET = 20_000;
const MAX_REMEDIATION = 400;

/** Kinds of results that speak of no weakness. A kind that the standard does not know counts as a finding. */
const NO_FINDING: ReadonlySet<string> = new Set(['pass', 'notApplicable', 'open', 'review', 'informational']);

/**
 * Reads the SARIF 2.1.0 log of any analyser.
 *
 * Left out are results that are no findings (`pass` and the like), and those that a baseline calls gone. A result that is
 * malformed, names no file, or a file that is not here, is a gap; the others are read all the same.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when the text is no such log.
 */
export function readSarif(text: string, places: SarifPlaces = {}): SarifLog {
  if (text.length > MAX_TEXT) {
    throw refused(`It has more than ${String(MAX_TEXT)} characters.`, 'Have the analyser write fewer results.');
  }
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (/[\0\ufffd]/.test(plain.slice(0, 4))) throw refused('It is not UTF-8 text.', 'Save the file as UTF-8.');
  const json = parseJson(plain);
  if (!json.ok) throw refused(json.message, 'Run the analyser again: the file may have been cut off.');
  const read = logSchema.safeParse(json.value);
  const version = read.success ? read.data.version : versionIn(json.value);
  if (version !== undefined && !/^2\.1\.0\b/.test(version)) {
    throw refused(
      `It is SARIF ${oneLine(version).slice(0, 20)}; SecCode reads 2.1.0.`,
      'Have the analyser write SARIF 2.1.0, such as with `sarif-multitool transform`.',
    );
  }
  if (!read.success) {
    const where = read.error.issues[0]?.path.map(String).join('.') ?? '';
    throw refused(
      where === '' ? 'It is no SARIF log.' : `It is malformed at '${oneLine(where).slice(0, 100)}'.`,
      'Have the analyser write SARIF 2.1.0.',
    );
  }
  const { runs } = read.data;
  if (runs.length > MAX_RUNS) {
    throw refused(`It has more than ${String(MAX_RUNS)} runs.`, 'Give the runs in several files.');
  }
  let left = MAX_FINDINGS;
  return {
    runs: runs.map((run) => {
      const one = readRun(run, places, left);
      left -= one.findings.length + one.suppressed.length;
      return one;
    }),
  };
}

function readRun(run: SarifRunData, places: SarifPlaces, most: number): SarifRun {
  const gaps = notedGaps(run);
  const regions = regionReader(run.columnKind, (path) => places.textOf?.(path));
  const ruleOf = ruleFinder(run);
  const seenOf = artifactsSeen(run);
  const findings: SarifFinding[] = [];
  const suppressed: SarifFinding[] = [];
  for (const [index, given] of (run.results ?? []).entries()) {
    const read = resultSchema.safeParse(given);
    if (!read.success) {
      gaps.add(`Result ${String(index + 1)} is malformed.`);
      continue;
    }
    const result = read.data;
    if (NO_FINDING.has(result.kind ?? 'fail') || result.baselineState === 'absent') continue;
    if (findings.length + suppressed.length >= most) {
      gaps.add(`There are more than ${String(MAX_FINDINGS)} results; the others were not read.`);
      break;
    }
    const finding = findingOf(result, ruleOf(result), { run, places, regions, gaps, seenOf });
    if (finding !== undefined) (isSuppressed(result) ? suppressed : findings).push(finding);
  }
  const { name, version, semanticVersion } = analyserOf(run);
  return {
    tool: oneLine(name).slice(0, 100),
    version: oneLine(semanticVersion ?? version ?? '').slice(0, 100),
    findings,
    suppressed,
    isComplete: gaps.all().length === 0,
    gaps: gaps.all(),
  };
}

/** Who looked at the code: in a report of SecCode's own that is the detector, its one extension. */
function analyserOf({ tool: { driver, extensions } }: SarifRunData): SarifRunData['tool']['driver'] {
  const [only, ...others] = extensions ?? [];
  return driver.name === 'SecCode' && only !== undefined && others.length === 0 ? only : driver;
}

interface RunContext {
  readonly run: SarifRunData;
  readonly places: SarifPlaces;
  readonly regions: RegionReader;
  readonly gaps: Gaps;
  readonly seenOf: ReturnType<typeof artifactsSeen>;
}

function findingOf(result: SarifResultData, rule: ResultRule, context: RunContext): SarifFinding | undefined {
  const { run, gaps } = context;
  const place = (result.locations ?? []).find(
    ({ physicalLocation }) => physicalLocation?.artifactLocation,
  )?.physicalLocation;
  if (place === undefined || place === null) {
    gaps.add(`A result of ${oneLine(rule.id)} names no file.`);
    return undefined;
  }
  const located = locate(place, context);
  if ('gap' in located) {
    gaps.add(`A result of ${oneLine(rule.id)} is not used: ${located.gap}`);
    return undefined;
  }
  const flow = flowOf(result, rule, context);
  const fix = fixOf(result, context);
  const remediation = remediationOf(result, rule);
  const snippet = place.region?.snippet?.text;
  const seen = context.seenOf(place.artifactLocation ?? {});
  const knownAs = result.partialFingerprints?.['seccode/v1'];
  const hasNoLine = (place.region?.startLine ?? 0) < 1 && typeof place.region?.charOffset !== 'number';
  return {
    rule: oneLine(rule.id),
    cwes: cwesOf(result, rule, run),
    severity: severityOf(result, rule),
    confidence: confidenceOf(result, rule),
    span: located.span,
    message: resultMessage(result.message, rule),
    ...(remediation === undefined ? {} : { remediation }),
    ...(flow.length === 0 ? {} : { flow }),
    ...(fix === undefined ? {} : { fix }),
    ...(typeof snippet === 'string' && snippet.length <= MAX_SNIPPET ? { snippet } : {}),
    ...(seen === undefined ? {} : { seen }),
    ...(typeof knownAs === 'string' ? { knownAs } : {}),
    ...(hasNoLine ? { hasNoLine } : {}),
  };
}

type Located = { readonly span: ReportedFinding['span'] } | { readonly gap: string };

function locate(place: SarifPhysicalLocation, { run, places, regions }: RunContext): Located {
  const file = artifactPath(place.artifactLocation ?? {}, run, places);
  if ('outside' in file) return { gap: `'${oneLine(file.outside).slice(0, 300)}' is no file below the root.` };
  const span = regions.spanOf(file.path, place.region);
  return span === undefined
    ? { gap: `its place in '${file.path}' is told as an offset that cannot be read.` }
    : { span };
}

/** The first way that the analyser shows. Steps in files that are not here, such as a library's, are left out. */
function flowOf({ codeFlows }: SarifResultData, rule: ResultRule, context: RunContext): readonly FlowStep[] {
  const steps = codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
  return steps.slice(0, MAX_STEPS).flatMap(({ location }) => {
    if (location?.physicalLocation === undefined || location.physicalLocation === null) return [];
    const located = locate(location.physicalLocation, context);
    return 'gap' in located ? [] : [{ span: located.span, message: messageText(location.message, rule) }];
  });
}

/** The first fix on offer; none at all when a part of it cannot be made. */
function fixOf({ fixes }: SarifResultData, { run, places, regions }: RunContext): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { artifactLocation, replacements } of fixes?.[0]?.artifactChanges ?? []) {
    const file = artifactPath(artifactLocation, run, places);
    if ('outside' in file) return undefined;
    for (const { deletedRegion, insertedContent } of replacements) {
      const span = regions.spanOf(file.path, deletedRegion);
      const isText =
        insertedContent === undefined || insertedContent === null || typeof insertedContent.text === 'string';
      if (span === undefined || !isText || edits.length >= MAX_EDITS) return undefined;
      edits.push({ span, newText: insertedContent?.text ?? '' });
    }
  }
  return edits.length === 0 ? undefined : edits;
}

function remediationOf({ fixes }: SarifResultData, rule: ResultRule): string | undefined {
  const described = messageText(fixes?.[0]?.description, rule);
  if (described !== '') return described;
  // Long help is a page for people, with examples of its own.
  const help = rule.descriptor?.help?.text ?? '';
  return help.trim() === '' || help.length > MAX_REMEDIATION ? undefined : oneLine(help);
}

/** Section 3.27.23: suppressed when somebody accepted it and nobody is still looking at that or refused it. */
function isSuppressed({ suppressions }: SarifResultData): boolean {
  const all = suppressions ?? [];
  return all.length > 0 && all.every(({ status }) => (status ?? 'accepted') === 'accepted');
}

function versionIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'string' ? value.version : undefined;
}

function refused(fact: string, remedy: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `The SARIF file cannot be used. ${fact}`, { remedy });
}
