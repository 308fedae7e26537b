import type { DetectorOutcome } from '#core/session-event.ts';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import { IMPORTED } from '#engine/detection/imported-detector.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';

/** What came of the findings of one file. */
export interface FileEnd {
  readonly path: string;
  readonly reported: number;
  /** Of those reported, how many still stand in the result; absent when nobody could look. */
  readonly left: number | undefined;
  readonly verdict: string;
  readonly code: ExitCode;
  /** Why this verdict, and what is open; full sentences for a person. */
  readonly explanation: string;
  /** Absent where there was no session. */
  readonly sessionId?: string;
  /** The result; empty when there is none. */
  readonly files: SourceFiles;
  /** What each detector said of the result. */
  readonly outcomes: readonly DetectorOutcome[];
}

/** The end of a file that nothing was done about. */
export function untouchedEnd(file: SourceFile, findings: readonly ReportedFinding[], explanation: string): FileEnd {
  return {
    path: file.path,
    reported: findings.length,
    left: findings.length,
    verdict: 'undecided',
    code: EXIT.undecided,
    explanation,
    files: [],
    outcomes: [],
  };
}

/**
 * How many of the imported findings still stand: by what became of their code, and by the analyser itself where it was run
 * again. `undefined` when nobody looked.
 */
export function leftOf(
  findings: readonly ReportedFinding[],
  outcomes: readonly DetectorOutcome[],
  repeatedBy: string | undefined,
): number | undefined {
  const standing = outcomes.find(({ detector, status }) => detector === IMPORTED && status === 'completed')?.findings;
  if (standing === undefined) return undefined;
  const repeaters = repeatedBy?.split(', ') ?? [];
  const repeated = outcomes
    .filter(({ detector }) => repeaters.includes(detector))
    .flatMap((outcome) => outcome.findings);
  const count = (all: readonly ReportedFinding[], wanted: string): number =>
    all.filter(({ rule }) => rule === wanted).length;
  return [...new Set(findings.map(({ rule }) => rule))].reduce(
    (sum, rule) => sum + Math.max(count(standing, rule), Math.min(count(findings, rule), count(repeated, rule))),
    0,
  );
}

/** The ends of all files for a person, a line each. */
export function tableOf(ends: readonly FileEnd[]): readonly string[] {
  const rows = ends.map(({ path, reported, left, verdict }) => [
    path,
    String(reported),
    left === undefined ? '?' : String(Math.max(0, reported - left)),
    left === undefined ? '?' : String(left),
    verdict,
  ]);
  const table = [['file', 'reported', 'gone', 'left', 'verdict'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
