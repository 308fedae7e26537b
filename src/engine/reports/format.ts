import type { DetectorOutcome, StoredEvent } from '#core/session-event.ts';
import type { Severity, Confidence } from '#core/severity.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { AcceptedFinding, BaselineEntry, BaselineProblem } from '../detection/baseline.ts';
import type { RuleWishes } from '../detection/rule-choice.ts';
import type { SuppressedFinding } from '../detection/suppressions.ts';

/** What `seccode scan` has to say. */
export interface ScanReport {
  readonly kind: 'scan';
  readonly version: string;
  readonly files: SourceFiles;
  readonly detectors: readonly DetectorOutcome[];
  /** Those among them whose findings mean that the code cannot be judged: `isGate` detectors. */
  readonly gates?: readonly string[];
  readonly failOn: Severity;
  readonly minConfidence: Confidence;
  /** Files left out before any detector saw them, with the reason. Shown, but no part of the verdict. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Findings that a comment in the code accepts with a reason; absent: none. They stand nowhere else. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** How many findings below `minConfidence` each detector had: they are in no report, only counted. Absent: none. */
  readonly belowConfidence?: Readonly<Record<string, number>>;
  /** Rules that somebody named; absent when nobody did. */
  readonly rules?: RuleWishes;
  /** What the baseline made of the findings; absent when there is none. Accepted findings stand nowhere else. */
  readonly baseline?: ScanBaseline;
}

export interface ScanBaseline {
  /** The file, as it was named. */
  readonly file: string;
  readonly accepted: readonly AcceptedFinding[];
  readonly expired: readonly BaselineEntry[];
  readonly invalid: readonly BaselineProblem[];
  readonly stale: readonly BaselineEntry[];
}

/** What there is to say about a session; `events` is its whole log. */
export interface SessionReport {
  readonly kind: 'session';
  readonly version: string;
  readonly events: readonly StoredEvent[];
}

export type Report = ScanReport | SessionReport;

export interface FormatOptions {
  /** ANSI colours; only the terminal's format heeds it. */
  readonly hasColour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Turns a report into text. One folder in `extensions/formats` each; pure. */
export interface Format {
  /** The folder's name, as `--format` takes it. */
  readonly name: string;
  readonly title: string;
  /** File endings that mean this format in `--output`, with the dot. */
  readonly extensions: readonly string[];
  readonly format: (report: Report, options: FormatOptions) => string;
}
