import { z } from 'zod';
import type { CweId } from '#core/cwe-id.ts';
import { SecCodeError } from '#core/errors.ts';
import type { Span } from '#core/finding.ts';
import { CONFIDENCES, SEVERITIES } from '#core/severity.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { DetectorReport, ReportedFinding } from './detector.ts';
import { type LineMap, mapLines } from './line-map.ts';

const count = z.int().min(1);
const span = z.object({
  path: z.string(),
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
});
const cwe = z.custom<CweId>((value) => typeof value === 'string' && /^CWE-[1-9]\d{0,4}$/.test(value));
const finding = z.object({
  rule: z.string(),
  cwes: z.array(cwe),
  severity: z.enum(SEVERITIES),
  confidence: z.enum(CONFIDENCES),
  span,
  message: z.string().min(1),
  remediation: z.string().exactOptional(),
  exploit: z.string().exactOptional(),
  flow: z.array(z.object({ span, message: z.string() })).exactOptional(),
  fix: z.array(z.object({ span, newText: z.string() })).exactOptional(),
});
const report = z.object({
  version: z.string(),
  findings: z.array(finding),
  withdrawn: z.array(z.object({ finding, reason: z.string(), isRefuted: z.boolean().exactOptional() })).exactOptional(),
  notCovered: z.array(z.object({ path: z.string(), reason: z.string() })).exactOptional(),
});

/**
 * Takes a detector's report, or refuses the whole of it: one that speaks of code that is not there has not looked at the
 * code that is, and dropping only its odd findings would make it look as if it had.
 *
 * Columns beyond the end of their line are moved to that end, since tools disagree on where a line ends; findings that
 * say the same twice become one.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED`.
 */
export function checkReport(name: string, given: unknown, files: SourceFiles): Required<DetectorReport> {
  const read = report.safeParse(given);
  if (!read.success) {
    const where = read.error.issues[0]?.path.join('.') ?? '';
    throw refuse(name, `The report of '${name}' is malformed${where === '' ? '' : ` at '${where}'`}.`);
  }
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const maps = new Map<string, LineMap>();
  const mapOf = (path: string): LineMap => {
    const text = texts.get(path);
    if (text === undefined) throw refuse(name, `'${name}' reports on a file that it was not given.`);
    const map = maps.get(path) ?? mapLines(text);
    maps.set(path, map);
    return map;
  };
  const fit = (place: Span): Span => {
    const fitted = fitSpan(place, mapOf(place.path));
    if (fitted === undefined) throw refuse(name, `'${name}' reports on a place that is not in the file.`);
    return fitted;
  };
  const fitFinding = ({ span: place, flow, fix, ...rest }: ReportedFinding): ReportedFinding => ({
    ...rest,
    span: fit(place),
    ...(flow === undefined ? {} : { flow: flow.map((step) => ({ ...step, span: fit(step.span) })) }),
    ...(fix === undefined ? {} : { fix: fix.map((edit) => ({ ...edit, span: fit(edit.span) })) }),
  });

  const { version, findings, withdrawn = [], notCovered = [] } = read.data;
  for (const { path } of notCovered) mapOf(path);
  return {
    version,
    findings: sortedOnce(findings.map(fitFinding)),
    withdrawn: withdrawn.map((one) => ({ ...one, finding: fitFinding(one.finding) })),
    notCovered,
  };
}

/** `undefined` when the lines are not in the file, or when the span ends before it starts. */
function fitSpan(place: Span, map: LineMap): Span | undefined {
  // The end of the last line may also be told as the start of a line after it.
  const isAfterEnd = place.endLine === map.lineCount + 1 && place.endColumn === 1;
  const endLine = isAfterEnd ? map.lineCount : place.endLine;
  if (place.startLine > map.lineCount || endLine > map.lineCount || endLine < place.startLine) return undefined;
  if (!isAfterEnd && endLine === place.startLine && place.endColumn < place.startColumn) return undefined;
  const afterStart = map.textOf(place.startLine).length + 1;
  const afterEnd = map.textOf(endLine).length + 1;
  return {
    path: place.path,
    startLine: place.startLine,
    startColumn: Math.min(place.startColumn, afterStart),
    endLine,
    endColumn: isAfterEnd ? afterEnd : Math.min(place.endColumn, afterEnd),
  };
}

function sortedOnce(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ rule, span: place, message }) => {
      const key = JSON.stringify([rule, place, message]);
      return !seen.has(key) && seen.add(key);
    })
    .toSorted(byPlace);
}

/** By path, line, column and rule; paths and rules by code unit, the same on every machine. */
function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compare(a.span.path, b.span.path) ||
    a.span.startLine - b.span.startLine ||
    a.span.startColumn - b.span.startColumn ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function refuse(detector: string, message: string): SecCodeError {
  return new SecCodeError('DETECTOR_FAILED', message, {
    remedy: 'Leave this detector out, or report the fault to those who wrote it.',
    details: { detector },
  });
}
