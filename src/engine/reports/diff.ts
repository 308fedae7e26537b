import { formatPatch, structuredPatch } from 'diff';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';

/** What became of one file. */
export interface FileDiff {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Unified diff with three lines of context, file headers included. */
  readonly patch: string;
  readonly addedLines: number;
  readonly removedLines: number;
}

const CONTEXT_LINES = 3;
/**
 * Up to this many changed lines the shortest difference is looked for; the work grows with their square. Beyond it the
 * whole file counts as replaced, which is what it is for a reader.
 */
const MAX_CHANGED_LINES = 1_000;

/** The differences between two versions of a program, by path. Files that stayed the same are left out. */
export function diffFiles(before: SourceFiles, after: SourceFiles): readonly FileDiff[] {
  const old = new Map(before.map((file) => [file.path, file]));
  const young = new Map(after.map((file) => [file.path, file]));
  return [...new Set([...old.keys(), ...young.keys()])]
    .sort()
    .map((path) => diffFile(path, old.get(path), young.get(path)))
    .filter((diff) => diff !== undefined);
}

function diffFile(path: string, before: SourceFile | undefined, after: SourceFile | undefined): FileDiff | undefined {
  const [oldText, newText] = [before?.text ?? '', after?.text ?? ''];
  if (before !== undefined && after !== undefined && oldText === newText) return undefined;
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const oldName = before === undefined ? '/dev/null' : `a/${path}`;
  const newName = after === undefined ? '/dev/null' : `b/${path}`;
  const hunks =
    structuredPatch(oldName, newName, oldText, newText, undefined, undefined, {
      context: CONTEXT_LINES,
      maxEditLength: MAX_CHANGED_LINES,
    })?.hunks ?? replacement(oldText, newText);
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return {
    path,
    kind,
    patch: patchText(oldName, newName, hunks),
    addedLines: lines.filter((line) => line.startsWith('+')).length,
    removedLines: lines.filter((line) => line.startsWith('-')).length,
  };
}

type Hunks = ReturnType<typeof structuredPatch>['hunks'];

function patchText(oldName: string, newName: string, hunks: Hunks): string {
  const patch = { oldFileName: oldName, newFileName: newName, oldHeader: undefined, newHeader: undefined, hunks };
  return formatPatch(patch, { includeIndex: false, includeUnderline: false, includeFileHeaders: true });
}

function replacement(oldText: string, newText: string): Hunks {
  const [oldLines, newLines] = [signed('-', oldText), signed('+', newText)];
  const count = (lines: readonly string[]): number => lines.filter((line) => !line.startsWith('\\')).length;
  return [
    {
      oldStart: oldLines.length === 0 ? 0 : 1,
      oldLines: count(oldLines),
      newStart: newLines.length === 0 ? 0 : 1,
      newLines: count(newLines),
      lines: [...oldLines, ...newLines],
    },
  ];
}

function signed(sign: string, text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const isEnded = lines.at(-1) === '';
  if (isEnded) lines.pop();
  return [...lines.map((line) => sign + line), ...(isEnded ? [] : ['\\ No newline at end of file'])];
}
