import type { SourceFile } from '#core/source-file.ts';
import type { OutlineFunction } from '../syntax/outline.ts';
import type { ReportedFinding } from './detector.ts';
import { type LineChange, lineChanges, squeezed } from './line-changes.ts';
import { mapLines } from './line-map.ts';

/** Two versions of one file, with what was reported of the first. */
export interface FlaggedVersions {
  /** The words of comments are neutralised in both: no comment answers a finding. */
  readonly before: SourceFile;
  readonly after: SourceFile;
  readonly findings: readonly ReportedFinding[];
  /** Functions of the first version. */
  readonly functions: readonly Pick<OutlineFunction, 'span'>[];
}

/** A span may cover a whole file; its first lines identify it well enough. */
const MAX_LINES = 20;

/** Words of many languages that name nothing. */
const KEYWORDS: ReadonlySet<string> = new Set(
  `and as assert async auto await bool boolean break byte case catch char class const continue def default defer del do
  double elif else end enum except extends extern false final finally float for from func function go goto if import in
  inline instanceof int interface is lambda let long new nil none not null nullptr or package pass private protected public
  raise range register return self short signed sizeof static string struct super switch then this throw throws true try
  typedef typeof union unless unsigned until var void volatile while with yield`.split(/\s+/),
);

/**
 * The findings of the first version that still stand in the second, at their new places.
 *
 * One is gone when its lines are changed or taken out, and not merely moved; or when code of the same function that
 * speaks of what these lines speak of has changed: the remedy of an unchecked call is a check above it, that of a leak a
 * call below. Lines that name nothing (`return;`) say only where the weakness came to light, so there any change of their
 * function counts. A change that takes out lines of other findings is the answer to these, unless it says more than it
 * took out.
 *
 * Those that stand come without flow and edits, whose places are those of the old text.
 */
export function stillFlagged({ before, after, findings, functions }: FlaggedVersions): readonly ReportedFinding[] {
  const [old, young] = [linesOf(before.text), linesOf(after.text)];
  const changed = lineChanges(old, young);
  const flagged = new Set(findings.flatMap(({ span }) => linesIn(span)));
  const touchesFlagged = ({ line, removed }: LineChange): boolean =>
    removed.some((_, index) => flagged.has(line + index));
  const places = placesOf(young);
  return findings.flatMap(({ flow: _, fix: __, ...finding }) => {
    const { span } = finding;
    const lines = linesIn(span);
    const names = namesIn(lines.map((line) => old[line - 1] ?? ''));
    const at = lines.map((line) => changed.nowAt(line));
    const [first] = at;
    const isInPlace = first !== undefined && at.every((line, index) => line === first + index);
    if (isInPlace) {
      const within = innermost(functions, span.startLine) ?? { startLine: 1, endLine: old.length };
      const isAnswered = changed.changes.some(
        (change) =>
          change.line >= within.startLine &&
          change.line <= within.endLine &&
          answers(change, names, touchesFlagged(change)),
      );
      return isAnswered ? [] : [movedTo(finding, first, young.length)];
    }
    if (names.size === 0) return [];
    const wanted = lines.map((line) => squeezed(old[line - 1] ?? ''));
    const moved = places(wanted[0] ?? '').find(
      (start) =>
        wanted.every((text, index) => squeezed(young[start - 1 + index] ?? '') === text) &&
        wanted.some((_, index) => changed.isNew(start + index)),
    );
    return moved === undefined ? [] : [movedTo(finding, moved, young.length)];
  });
}

function answers({ removed, added }: LineChange, names: ReadonlySet<string>, touchesFlagged: boolean): boolean {
  const speaking = (lines: readonly string[]): number =>
    lines.filter((line) => (names.size === 0 ? line.trim() !== '' : wordsIn(line).some((word) => names.has(word))))
      .length;
  return touchesFlagged ? speaking(added) > speaking(removed) : speaking(added) + speaking(removed) > 0;
}

/** What lines speak of: their words, without those that the language gives and names of what is called. */
function namesIn(lines: readonly string[]): ReadonlySet<string> {
  const called = /([\p{L}_$][\p{L}\p{N}_$]*)\s*\(/gu;
  const calls = new Set(lines.flatMap((line) => [...line.matchAll(called)].map(([, name = '']) => name)));
  return new Set(
    lines
      .flatMap(wordsIn)
      .filter((word) => !calls.has(word) && !KEYWORDS.has(word.toLowerCase()) && word.length <= 200),
  );
}

function wordsIn(line: string): readonly string[] {
  return line.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
}

function linesIn({ startLine, endLine }: ReportedFinding['span']): readonly number[] {
  const length = Math.min(endLine - startLine + 1, MAX_LINES);
  return Array.from({ length }, (_, index) => startLine + index);
}

function linesOf(text: string): readonly string[] {
  const map = mapLines(text);
  return Array.from({ length: map.lineCount }, (_, index) => map.textOf(index + 1));
}

/** Lines by their text, white space aside. */
function placesOf(lines: readonly string[]): (text: string) => readonly number[] {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const key = squeezed(line);
    const known = places.get(key);
    if (known === undefined) places.set(key, [index + 1]);
    else known.push(index + 1);
  }
  return (text) => places.get(text) ?? [];
}

/** The smallest function around a line. */
function innermost(functions: FlaggedVersions['functions'], line: number): ReportedFinding['span'] | undefined {
  return functions
    .map(({ span }) => span)
    .filter(({ startLine, endLine }) => startLine <= line && line <= endLine)
    .toSorted((a, b) => a.endLine - a.startLine - (b.endLine - b.startLine))[0];
}

function movedTo(finding: ReportedFinding, startLine: number, lineCount: number): ReportedFinding {
  const { span } = finding;
  const endLine = Math.min(startLine + span.endLine - span.startLine, lineCount);
  const endColumn = endLine === startLine ? Math.max(span.startColumn, span.endColumn) : span.endColumn;
  return { ...finding, span: { ...span, startLine, endLine, endColumn } };
}
