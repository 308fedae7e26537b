import type { CweId } from '#core/cwe-id.ts';
import type { Finding, Span } from '#core/finding.ts';
import { CONFIDENCES, isAtLeastAsSure, type Confidence, type Severity, worse } from '#core/severity.ts';

/** One weakness, with everyone who reports it. */
export interface MergedFinding {
  /**
   * The finding that points most precisely, with the worst severity and the best confidence of all: that two detectors
   * agree never makes a weakness smaller. What it lacks (remediation, exploit, flow, fix) is taken from the others.
   */
  readonly finding: Finding;
  /** Detectors that report it, each once, in alphabetical order. */
  readonly agreedBy: readonly string[];
  /** All findings it was made of, most precise first. */
  readonly members: readonly Finding[];
  /**
   * How likely it is there, from 0 to 1, by counts from labelled code in which vulnerable and secure samples weigh the
   * same; absent when too few samples tell of its rules.
   */
  readonly probability?: number;
  /** Detectors that looked, were measured to find this weakness, and report nothing like it there; absent for none. */
  readonly silent?: readonly string[];
}

/** Whether two weaknesses are names of one flaw: the same, close relatives in MITRE's tree, or one family. */
export type AreRelated = (a: CweId, b: CweId) => boolean;

/**
 * Makes the same weakness from several detectors one, in the order in which each is first mentioned.
 *
 * Two findings are the same weakness when their weaknesses are related and they are at the same place: overlapping for
 * one detector, which knows what it told apart; overlapping or on neighbouring lines for two, since one points at the
 * call and the other at the argument. Two detectors also mean the same when what one reports lies on the way that the other
 * followed, or both ways end at the same place. A finding joins the nearest group, and is compared with the group's most precise
 * member only: otherwise a list of flawed lines would run together into one weakness.
 */
export function mergeFindings(findings: readonly Finding[], areRelated: AreRelated): readonly MergedFinding[] {
  const groups: Finding[][] = [];
  const byPath = new Map<string, Finding[][]>();
  for (const finding of findings.toSorted(byPrecision)) {
    const paths = pathsOf(finding);
    const near = [...new Set(paths.flatMap((path) => byPath.get(path) ?? []))];
    const group = nearest(finding, near, areRelated);
    if (group !== undefined) {
      group.push(finding);
      continue;
    }
    const started = [finding];
    for (const path of paths) byPath.set(path, [...(byPath.get(path) ?? []), started]);
    groups.push(started);
  }
  const order = new Map(findings.map((finding, index) => [finding, index]));
  const firstMention = (group: readonly Finding[]): number =>
    group.reduce((first, member) => Math.min(first, order.get(member) ?? first), findings.length);
  return groups
    .map((members) => ({ members, at: firstMention(members) }))
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ members: [leader, ...others] }) => (leader === undefined ? [] : [merge(leader, others)]));
}

function merge(leader: Finding, others: readonly Finding[]): MergedFinding {
  const members = [leader, ...others];
  const first = <Key extends 'remediation' | 'exploit' | 'flow' | 'fix'>(key: Key): Pick<Finding, Key> | undefined =>
    members.find((member) => member[key] !== undefined);
  const remediation = first('remediation')?.remediation;
  const exploit = first('exploit')?.exploit;
  const flow = first('flow')?.flow;
  const fix = first('fix')?.fix;
  return {
    finding: {
      ...leader,
      severity: members.reduce<Severity>((worst, { severity }) => worse(worst, severity), leader.severity),
      confidence: members.reduce<Confidence>((best, { confidence }) => surer(best, confidence), leader.confidence),
      ...(remediation === undefined ? {} : { remediation }),
      ...(exploit === undefined ? {} : { exploit }),
      ...(flow === undefined ? {} : { flow }),
      ...(fix === undefined ? {} : { fix }),
    },
    agreedBy: [...new Set(members.map(({ detector }) => detector))].toSorted(),
    members,
  };
}

/** More than any number of lines: what only a flow joins comes after all that is near. */
const FAR = 1e9;

/** Overlapping before neighbouring before joined by a flow, then by distance of the first lines; the earlier group when both are equal. */
function nearest(finding: Finding, groups: readonly Finding[][], areRelated: AreRelated): Finding[] | undefined {
  let best: Finding[] | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const [leader] = group;
    if (leader === undefined || !isSameKind(leader, finding, areRelated)) continue;
    const isHere = leader.span.path === finding.span.path;
    const overlaps = isHere && overlap(leader.span, finding.span);
    if (!overlaps && group.some(({ detector }) => detector === finding.detector)) continue;
    const isNear = isHere && lineGap(leader.span, finding.span) <= 1;
    if (!isNear && !sharesFlow(leader, finding)) continue;
    const lines = isHere ? Math.abs(leader.span.startLine - finding.span.startLine) : 0;
    const distance = overlaps ? lines / (lines + 1) : (isNear ? 1 : FAR) + lines;
    if (distance < bestDistance) [best, bestDistance] = [group, distance];
  }
  return best;
}

function isSameKind(a: Finding, b: Finding, areRelated: AreRelated): boolean {
  // Without a weakness only the same rule of the same detector says the same.
  if (a.cwes.length === 0 || b.cwes.length === 0) return a.detector === b.detector && a.rule === b.rule;
  return a.cwes.some((one) => b.cwes.some((other) => areRelated(one, other)));
}

/** The finding's file and those that its flow passes through. */
function pathsOf({ span, flow = [] }: Finding): readonly string[] {
  return [...new Set([span.path, ...flow.map((step) => step.span.path)])];
}

/** Whether both flows end at the same place, or what one reports begins on a step of the other's flow. */
function sharesFlow(a: Finding, b: Finding): boolean {
  const [endOfA, endOfB] = [a.flow?.at(-1)?.span, b.flow?.at(-1)?.span];
  if (endOfA !== undefined && endOfB !== undefined && isSamePlace(endOfA, endOfB)) return true;
  return liesOn(a, b) || liesOn(b, a);
}

function liesOn({ span }: Finding, { flow = [] }: Finding): boolean {
  return flow.some(
    ({ span: step }) => isSamePlace(span, step) && span.startLine >= step.startLine && span.startLine <= step.endLine,
  );
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.path === b.path && overlap(a, b);
}

/** Lines from the end of one to the start of the other: 0 when they share a line, 1 when they are neighbours. */
function lineGap(a: Span, b: Span): number {
  return Math.max(0, a.startLine - b.endLine, b.startLine - a.endLine);
}

/** Whether two spans share a character; an empty one counts as one character wide. */
function overlap(a: Span, b: Span): boolean {
  const endsBefore = (one: Span, other: Span): boolean => {
    const isEmpty = one.startLine === one.endLine && one.startColumn === one.endColumn;
    const endColumn = isEmpty ? one.endColumn + 1 : one.endColumn;
    return one.endLine < other.startLine || (one.endLine === other.startLine && endColumn <= other.startColumn);
  };
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** Fewest lines first, then fewest characters, then the surest; names decide what is left, so that order never does. */
function byPrecision(a: Finding, b: Finding): number {
  return (
    a.span.endLine - a.span.startLine - (b.span.endLine - b.span.startLine) ||
    width(a.span) - width(b.span) ||
    CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence) ||
    compare(a.detector, b.detector) ||
    compare(a.rule, b.rule) ||
    a.span.startLine - b.span.startLine ||
    a.span.startColumn - b.span.startColumn
  );
}

/** Characters of a span of one line; 0 for a longer one, where columns do not tell the size. */
function width({ startLine, endLine, startColumn, endColumn }: Span): number {
  return startLine === endLine ? endColumn - startColumn : 0;
}

function surer(a: Confidence, b: Confidence): Confidence {
  return isAtLeastAsSure(a, b) ? a : b;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
