import { cweIdsIn } from '#core/cwe-id.ts';
import { isKnownCwe } from '#core/cwe-table.ts';
import type { FlowStep, Span } from '#core/finding.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { SourceFile } from '#core/source-file.ts';
import type { ReportedFinding } from '../../detection/detector.ts';
import { mapLines, type Position } from '../../detection/line-map.ts';
import type { FilesReport } from '../look-at-each.ts';
import type { SafeFiles } from '../safe-files.ts';
import { toolFailed } from '../tool-failed.ts';
import { toolPositions } from '../tool-positions.ts';
import {
  type MatcherLocation,
  type MatcherPosition,
  type MatcherReport,
  type MatcherResult,
  traceStart,
} from './matcher-report.ts';

/** Whose report it is, and how its paths are to be understood. */
export interface MatcherContext {
  /** The detector's folder name, which is the program's, too. */
  readonly detector: string;
  readonly safe: SafeFiles;
  readonly workspacePath: string;
  /** Folder of the workspace that holds the rules. */
  readonly rulesFolder: string;
}

/**
 * Takes a report of a matcher. What it could not read, left out or gave up on is not covered, file by file.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when it could not use every rule, or speaks of a file that it was not given.
 */
export function readMatches(report: MatcherReport, context: MatcherContext): FilesReport {
  const { detector, safe, workspacePath, rulesFolder } = context;
  const fileAt = (path: string): SourceFile => {
    const file = safe.fileAt(path, workspacePath);
    if (file !== undefined) return file;
    throw toolFailed(detector, `The report of '${detector}' speaks of a file that it was not given.`);
  };
  const unread = new Map<string, string>();
  for (const { level, type, path } of report.errors) {
    if (path === undefined ? level !== 'info' : isBelow(path, rulesFolder, workspacePath))
      throw unusableRules(detector);
    if (path !== undefined) unread.set(fileAt(path).path, `${detector} gave up on it: ${kindOf(type)}.`);
  }
  if ((report.skipped_rules ?? []).length > 0) throw unusableRules(detector);
  for (const { path, rule_id: rule } of report.paths.skipped ?? []) {
    const file = safe.fileAt(path, workspacePath);
    if (file !== undefined && rule === undefined) unread.set(file.path, `${detector} left it out.`);
  }
  const scanned = new Set(report.paths.scanned.map((path) => fileAt(path).path));
  for (const { file } of safe.placed) {
    if (!scanned.has(file.path) && !unread.has(file.path))
      unread.set(file.path, `No rule given to ${detector} reads it.`);
  }
  return {
    findings: report.results.map((result) => findingOf(result, fileAt)),
    notCovered: [...unread].map(([path, reason]) => ({ path, reason })),
  };
}

function isBelow(path: string, folder: string, workspacePath: string): boolean {
  return path.startsWith(`${folder}/`) || path.startsWith(`${workspacePath}/${folder}/`);
}

function unusableRules(detector: string): Error {
  return toolFailed(
    detector,
    `'${detector}' could not use every rule that it was given.`,
    `Check the rules with \`${detector} scan --validate\`, or give others with --detector-setting ${detector}.rules=PATH.`,
  );
}

/** Only what looks like the name of a kind: other texts may quote the code. */
function kindOf(type: unknown): string {
  const name: unknown = Array.isArray(type) ? type[0] : type;
  return typeof name === 'string' && /^[A-Za-z][A-Za-z ]{0,60}$/.test(name) ? name.toLowerCase() : 'an error';
}

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['CRITICAL', 'critical'],
  ['HIGH', 'high'],
  ['ERROR', 'high'],
  ['MEDIUM', 'medium'],
  ['WARNING', 'medium'],
  ['LOW', 'low'],
  ['INFO', 'low'],
]);

const CONFIDENCES: ReadonlyMap<unknown, Confidence> = new Map([
  ['HIGH', 'high'],
  ['MEDIUM', 'medium'],
  ['LOW', 'low'],
]);

function findingOf(result: MatcherResult, fileAt: (path: string) => SourceFile): ReportedFinding {
  const { check_id: rule, extra } = result;
  const { metadata = {}, severity, message } = extra;
  const [fact, ...advice] = sentencesOf(message);
  const flow = flowOf(result, fileAt);
  return {
    rule,
    cwes: cweIdsIn([metadata['cwe']].flat().map(String).join(' ')).filter(isKnownCwe),
    severity: SEVERITIES.get(severity) ?? 'info',
    confidence: CONFIDENCES.get(metadata['confidence']) ?? 'medium',
    span: spanOf(result, fileAt(result.path)),
    message: fact ?? `The rule ${rule} matches.`,
    ...(advice.length === 0 ? {} : { remediation: advice.join(' ') }),
    ...(flow.length > 1 ? { flow } : {}),
  };
}

function flowOf({ extra, ...sink }: MatcherResult, fileAt: (path: string) => SourceFile): readonly FlowStep[] {
  const { dataflow_trace: trace } = extra;
  const start = traceStart(trace?.taint_source);
  if (start === undefined) return [];
  const step = (place: MatcherLocation, message: string): FlowStep => ({
    span: spanOf(place, fileAt(place.path)),
    message,
  });
  return [
    step(start, 'The data comes from here.'),
    ...(trace?.intermediate_vars ?? []).map(({ location }) => step(location, 'It passes here.')),
    step(sink, 'It is used here.'),
  ];
}

/** The first sentence states the fact; what follows is mostly advice. */
function sentencesOf(message: string): readonly string[] {
  const flat = message.replaceAll(/\s+/g, ' ').trim().slice(0, 2000);
  if (flat === '') return [];
  const [first = flat] = /^.{1,600}?[.!?](?= [A-Z]|$)/.exec(flat) ?? [];
  const rest = flat.slice(first.length).trim();
  return [/[.!?]$/.test(first) ? first : `${first}.`, ...(rest === '' ? [] : [rest])];
}

function spanOf({ start, end }: Pick<MatcherLocation, 'start' | 'end'>, { path, text }: SourceFile): Span {
  const toOurs = placesOf(text);
  const from = toOurs(start);
  const to = toOurs(end);
  const isForward = to.line > from.line || (to.line === from.line && to.column > from.column);
  return {
    path,
    startLine: from.line,
    startColumn: from.column,
    endLine: isForward ? to.line : from.line,
    endColumn: isForward ? to.column : from.column + 1,
  };
}

/** The offset is exact where it is told, and falls into the line that is told; else line and column have to do. */
function placesOf(text: string): (place: MatcherPosition) => Position {
  const byColumn = toolPositions(text, { unit: 'byte' });
  const ours = mapLines(text);
  let bytes: Buffer | undefined;
  return ({ line, col, offset = -1 }) => {
    if (offset > 0) {
      bytes ??= Buffer.from(text, 'utf8');
      const place = ours.positionAt(bytes.subarray(0, offset).toString('utf8').length);
      if (place.line === line) return place;
    }
    return byColumn({ line, column: col });
  };
}
