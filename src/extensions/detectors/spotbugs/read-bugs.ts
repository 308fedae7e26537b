import { parseCweId } from '#core/cwe-id.ts';
import { isKnownCwe } from '#core/cwe-table.ts';
import type { Span } from '#core/finding.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { SourceFile } from '#core/source-file.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import type { XmlElement } from '#engine/external/read-xml.ts';
import type { PlacedFile } from '#engine/external/safe-files.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { toldSentence } from '#engine/external/told-sentence.ts';
import { RULES } from './rules.ts';

/** Reads a `BugCollection`. `placed` are the files whose classes were given. */
export function readBugs(collection: XmlElement, placed: readonly PlacedFile[]): FilesReport {
  const summary = childrenOf(collection, 'FindBugsSummary')[0];
  const errors = childrenOf(collection, 'Errors')[0];
  if (summary === undefined) throw toolFailed('spotbugs', "The report of 'spotbugs' is not of the expected form.");
  if (Number(errors?.attributes.get('errors') ?? 0) > 0)
    throw toolFailed('spotbugs', "'spotbugs' reports that it failed.");
  const seen = new Set<string>();
  const ambiguous = new Set<string>();
  for (const path of analysed(summary)) {
    const found = filesAt(path, placed);
    for (const { file } of found) (found.length === 1 ? seen : ambiguous).add(file.path);
  }
  const findings = childrenOf(collection, 'BugInstance').flatMap((bug): readonly ReportedFinding[] => {
    const line = lineOf(bug);
    const path = line?.attributes.get('sourcepath') ?? line?.attributes.get('sourcefile') ?? '';
    const found = filesAt(path, placed);
    if (found.length === 0)
      throw toolFailed('spotbugs', "The report of 'spotbugs' speaks of a file that it was not given.");
    const [only] = found;
    return only === undefined || found.length > 1 ? [] : findingsOf(bug, line, only.file);
  });
  return {
    findings,
    notCovered: placed.flatMap(({ file: { path } }) => {
      if (ambiguous.has(path))
        return [{ path, reason: 'Another file has this name, and SpotBugs does not tell them apart.' }];
      return seen.has(path) ? [] : [{ path, reason: 'SpotBugs did not look at classes of this file.' }];
    }),
  };
}

/** Sources of the classes that it looked at, as folders of packages and a name. */
function analysed(summary: XmlElement): readonly string[] {
  return [
    ...childrenOf(summary, 'FileStats').map(({ attributes }) => attributes.get('path') ?? ''),
    ...childrenOf(summary, 'PackageStats').flatMap((item) => {
      const folder = (item.attributes.get('package') ?? '').replaceAll('.', '/');
      return childrenOf(item, 'ClassStats').map(({ attributes }) => {
        const name = attributes.get('sourceFile') ?? '';
        return folder === '' ? name : `${folder}/${name}`;
      });
    }),
  ];
}

/** Files of this name; where there are several, those that lie in the folders of the package. */
function filesAt(path: string, placed: readonly PlacedFile[]): readonly PlacedFile[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const named = placed.filter((one) => one.path.endsWith(`/${name}`));
  if (named.length < 2) return named;
  const exact = named.filter((one) => one.path.endsWith(`/${path}`));
  return exact.length === 0 ? named : exact;
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The line itself, else that of the method, else that of the class. */
function lineOf(bug: XmlElement): XmlElement | undefined {
  const isPrimary = ({ attributes }: XmlElement): boolean => attributes.get('primary') === 'true';
  const direct = childrenOf(bug, 'SourceLine');
  const inside = ['Method', 'Class'].flatMap((name) => {
    const elements = childrenOf(bug, name);
    return (elements.find(isPrimary) ?? elements[0])?.children.filter((child) => child.name === 'SourceLine') ?? [];
  });
  return direct.find(isPrimary) ?? direct[0] ?? inside[0];
}

const CONFIDENCES: ReadonlyMap<string | undefined, Confidence> = new Map([
  ['1', 'high'],
  ['2', 'medium'],
]);

function findingsOf(bug: XmlElement, line: XmlElement | undefined, file: SourceFile): readonly ReportedFinding[] {
  const { attributes } = bug;
  const type = attributes.get('type') ?? '';
  const rule = Object.hasOwn(RULES, type) ? RULES[type] : undefined;
  if (rule === undefined && attributes.get('category') !== 'SECURITY') return [];
  const cwe = parseCweId(`CWE-${attributes.get('cweid') ?? ''}`);
  return [
    {
      rule: type,
      cwes: rule?.cwes ?? (cwe !== undefined && isKnownCwe(cwe) ? [cwe] : []),
      severity: rule?.severity ?? severityOf(Number(attributes.get('rank') ?? 20)),
      confidence: CONFIDENCES.get(attributes.get('priority')) ?? 'low',
      span: spanOf(line, file),
      message: toldSentence(
        'SpotBugs',
        childrenOf(bug, 'LongMessage')[0]?.text ?? childrenOf(bug, 'ShortMessage')[0]?.text ?? type,
      ),
    },
  ];
}

/** SpotBugs ranks from 1, scariest, to 20; from 10 on it calls them troubling. */
function severityOf(rank: number): Severity {
  if (rank < 10) return 'high';
  return rank < 15 ? 'medium' : 'low';
}

/** Whole lines: classes do not tell columns. */
function spanOf(element: XmlElement | undefined, { path, text }: SourceFile): Span {
  const line = Number.parseInt(element?.attributes.get('start') ?? '', 10) || 1;
  const start = toolPositions(text, { unit: 'code-unit', lineBreak: /\r\n|\n|\r/g })({ line, column: 1 });
  const content = mapLines(text).textOf(start.line);
  const indent = start.column > 1 ? start.column - 1 : content.length - content.trimStart().length;
  return {
    path,
    startLine: start.line,
    startColumn: indent + 1,
    endLine: start.line,
    endColumn: Math.max(indent + 1, content.trimEnd().length + 1),
  };
}
