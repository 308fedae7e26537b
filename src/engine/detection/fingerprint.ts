import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SourceFiles } from '#core/source-file.ts';
import type { ReportedFinding } from './detector.ts';
import { type LineMap, mapLines } from './line-map.ts';

/** What of a finding makes its identity. */
export type Identified = Pick<ReportedFinding, 'rule' | 'cwes' | 'span'>;

/** Gives findings over one set of files their fingerprints. */
export interface Fingerprinter {
  /** The fingerprint of a finding when it is the only one of its rule on its lines. */
  readonly of: (finding: Identified) => string;
  /** The fingerprints of a whole report, in its order: no two are the same. */
  readonly all: (findings: readonly Identified[]) => readonly string[];
}

/** Flagged lines that count; the first ones identify a place well enough, and a finding may span a whole file. */
const MAX_LINES = 20;

/** Length in hex digits: 128 bits. */
const LENGTH = 32;

/**
 * Makes fingerprints from path, rule (the first weakness where a detector names no rule), and the code of the flagged
 * lines with white space folded; never from line numbers or columns. So a finding keeps its fingerprint when code is
 * moved, indented or re-wrapped in place, or when its neighbours change, and loses it when its own lines change.
 *
 * Two ordinals keep equal code apart: how many equal runs of lines stand above in the file, and how many findings of the
 * rule come before on these very lines. Both are counted in reading order: when the first of two equal places is fixed,
 * the second takes its fingerprint over. The number of fingerprints stays right, and that is what is compared.
 *
 * The path is part of it because the same line in two files is two weaknesses: a person who dismisses one has not looked
 * at the other.
 */
export function fingerprinter(files: SourceFiles): Fingerprinter {
  const byPath = new Map(files.map(({ path, text }) => [path, fingerprintFile(path, text)]));
  const unknown = fingerprintFile('', '');
  const of = (finding: Identified, ordinal: number): string =>
    (byPath.get(finding.span.path) ?? unknown)(finding, ordinal);

  return {
    of: (finding) => of(finding, 0),
    all: (findings) => {
      const taken = new Map<string, number>();
      return findings.map((finding) => {
        const first = of(finding, 0);
        const ordinal = taken.get(first) ?? 0;
        taken.set(first, ordinal + 1);
        return ordinal === 0 ? first : of(finding, ordinal);
      });
    },
  };
}

function fingerprintFile(path: string, text: string): (finding: Identified, ordinal: number) => string {
  // Made on the first finding: most files have none.
  let code: FlaggedCode | undefined;
  return ({ rule, cwes, span }, ordinal) => {
    code ??= flaggedCode(mapLines(text));
    const flagged = code(span.startLine, span.endLine);
    return digest([path, rule === '' ? (cwes[0] ?? '') : rule, ...flagged.lines, `${flagged.ordinal}`, `${ordinal}`]);
  };
}

type FlaggedCode = (
  startLine: number,
  endLine: number,
) => { readonly lines: readonly string[]; readonly ordinal: number };

/** Lines stand here as digests, so that a minified file, one line of a megabyte, costs its length once and not per finding. */
function flaggedCode(map: LineMap): FlaggedCode {
  const digests = Array.from({ length: map.lineCount }, (_, index) => {
    const line = normalise(map.textOf(index + 1));
    return line === '' ? '' : digest([line]);
  });
  const linesWith = new Map<string, number[]>();
  for (const [index, line] of digests.entries()) {
    const same = linesWith.get(line);
    if (same === undefined) linesWith.set(line, [index]);
    else same.push(index);
  }
  const startsOfRun = new Map<string, readonly number[]>();

  return (startLine, endLine) => {
    const start = startLine - 1;
    const lines = digests.slice(start, Math.min(endLine, start + MAX_LINES));
    const key = lines.join();
    let starts = startsOfRun.get(key);
    if (starts === undefined) {
      const isSame = (from: number): boolean => lines.every((line, offset) => digests[from + offset] === line);
      starts = (linesWith.get(lines[0] ?? '') ?? []).filter(isSame);
      startsOfRun.set(key, starts);
    }
    return { lines: lines.filter((line) => line !== ''), ordinal: Math.max(0, starts.indexOf(start)) };
  };
}

/** Folds white space, and drops it beside anything but a word, as formatters disagree on it there. */
function normalise(line: string): string {
  return line
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<![\p{L}\p{N}_$]) | (?![\p{L}\p{N}_$])/gu, '');
}

function digest(parts: readonly string[]): string {
  // The length before each part keeps ['ab', 'c'] and ['a', 'bc'] apart.
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, LENGTH);
}
