import { createHash } from 'node:crypto';
import type { Span } from '#core/finding.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { toldSentence } from '#engine/external/told-sentence.ts';
import { cwesOfRule } from './rules.ts';
import type { SonarHotspot, SonarIssue, SonarPage, SonarRange } from './sonar-export.ts';

/**
 * What an export says of these files; issues of other files are none of our business. A file that the export does not name,
 * or that has changed since, is not covered.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when pages are missing, of issues above all.
 */
export function readExport(pages: readonly SonarPage[], files: SourceFiles): FilesReport {
  const issues = wholeList(pages, 'issues', ({ issues: list }) => list);
  if (issues === undefined) throw incomplete('no issues');
  const hotspots = wholeList(pages, 'hotspots', ({ hotspots: list }) => list) ?? [];
  wholeList(pages, 'files', (page) => (page.baseComponent === undefined ? undefined : page.components));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const analysed = new Set(pages.flatMap(({ components = [] }) => components.map(({ path }) => path)));
  const changed = new Set<string>();
  const findings = [...issues.map(ofIssue), ...hotspots.map(ofHotspot)].flatMap(({ found, finding, hash }) => {
    const file = byPath.get(pathOf(found));
    if (file === undefined) return [];
    analysed.add(file.path);
    const span = spanOf(found.textRange, file);
    if (span === undefined || !isLine(file, span.startLine, hash)) changed.add(file.path);
    return span === undefined || finding === undefined
      ? []
      : [{ ...finding, span, message: toldSentence('SonarQube', found.message ?? '') }];
  });
  return {
    findings,
    notCovered: files.flatMap(({ path }) => {
      if (changed.has(path)) return [{ path, reason: 'It is not what it was when SonarQube analysed it.' }];
      return analysed.has(path) ? [] : [{ path, reason: 'The export does not say that SonarQube analysed it.' }];
    }),
  };
}

/** One list out of all pages; `undefined` when no page has it. */
function wholeList<T extends { readonly key: string }>(
  pages: readonly SonarPage[],
  what: string,
  listOf: (page: SonarPage) => readonly T[] | undefined,
): readonly T[] | undefined {
  const having = pages.flatMap((page) => {
    const list = listOf(page);
    return list === undefined ? [] : [{ list, total: page.paging.total }];
  });
  if (having.length === 0) return undefined;
  const all = new Map(having.flatMap(({ list }) => list.map((one) => [one.key, one])));
  const totals = new Set(having.map(({ total }) => total));
  if (totals.size > 1 || [...totals].some((total) => total > all.size)) throw incomplete(`not all of the ${what}`);
  return [...all.values()];
}

function incomplete(what: string): Error {
  return toolFailed(
    'sonarqube',
    `The export of SonarQube has ${what}.`,
    'Export every page, by p=1, p=2 and so on with ps=500, into one folder and name that folder.',
  );
}

type Grades = Pick<ReportedFinding, 'rule' | 'cwes' | 'severity' | 'confidence'>;

interface Read {
  readonly found: SonarIssue | SonarHotspot;
  /** Absent where it speaks of no weakness, or no longer. */
  readonly finding?: Grades;
  readonly hash?: string | undefined;
}

const SEVERITIES: ReadonlyMap<string | undefined, Severity> = new Map([
  ['BLOCKER', 'critical'],
  ['CRITICAL', 'high'],
  ['HIGH', 'high'],
  ['MAJOR', 'medium'],
  ['MEDIUM', 'medium'],
  ['MINOR', 'low'],
  ['LOW', 'low'],
]);

/** By these a person, or a later analysis, says that there is nothing more to do. */
const DONE: ReadonlySet<string> = new Set(['CLOSED', 'RESOLVED', 'REVIEWED']);

function ofIssue(issue: SonarIssue): Read {
  const { rule, type, impacts = [], severity, status, hash } = issue;
  const cwes = cwesOfRule(rule);
  const impact = impacts.find(({ softwareQuality }) => softwareQuality === 'SECURITY');
  const speaksOfSecurity = type === 'VULNERABILITY' || type === 'SECURITY_HOTSPOT' || impact !== undefined;
  if (DONE.has(status) || (!speaksOfSecurity && cwes.length === 0)) return { found: issue, hash };
  // SonarQube tells no confidence.
  const grades = { severity: SEVERITIES.get(impact?.severity ?? severity) ?? 'info', confidence: 'medium' } as const;
  return { found: issue, hash, finding: { rule, cwes, ...grades } };
}

const PROBABILITIES: ReadonlyMap<string, { readonly severity: Severity; readonly confidence: Confidence }> = new Map([
  ['HIGH', { severity: 'high', confidence: 'medium' }],
  ['MEDIUM', { severity: 'medium', confidence: 'low' }],
]);

function ofHotspot(hotspot: SonarHotspot): Read {
  const { ruleKey: rule, status, vulnerabilityProbability: probability } = hotspot;
  if (DONE.has(status)) return { found: hotspot };
  const grades = PROBABILITIES.get(probability) ?? ({ severity: 'low', confidence: 'low' } as const);
  return { found: hotspot, finding: { rule, cwes: cwesOfRule(rule), ...grades } };
}

/** A key of a project may have colons of its own. */
function pathOf({ component, project }: SonarIssue | SonarHotspot): string {
  return component.startsWith(`${project}:`) ? component.slice(project.length + 1) : '';
}

/** The whole file where no range is told; `undefined` for a range that is not in the file. */
function spanOf(range: SonarRange | undefined, { path, text }: SourceFile): Span | undefined {
  const lines = mapLines(text);
  if (range === undefined) {
    return { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: lines.textOf(1).length + 1 };
  }
  const { startLine, endLine, startOffset, endOffset } = range;
  const isInside =
    endLine <= lines.lineCount &&
    startOffset <= lines.textOf(startLine).length &&
    endOffset <= lines.textOf(endLine).length &&
    (endLine > startLine || (endLine === startLine && endOffset >= startOffset));
  return isInside ? { path, startLine, startColumn: startOffset + 1, endLine, endColumn: endOffset + 1 } : undefined;
}

/** Whether the line is still the one that the hash was made of. */
function isLine({ text }: SourceFile, line: number, hash: string | undefined): boolean {
  if (hash === undefined) return true;
  const reduced = mapLines(text).textOf(line).replaceAll(/[\t ]/g, '');
  // SonarQube's own way to tell lines apart; it protects nothing.
  return hash === '' ? reduced === '' : createHash('md5').update(reduced).digest('hex') === hash;
}
