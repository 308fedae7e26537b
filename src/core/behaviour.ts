import type { SourceFile, SourceFiles } from './source-file.ts';

/** What a session runs, and where. Stored with the session, so that a resumed one keeps its tests. */
export interface BehaviourSettings {
  /** Line for `sh -c`, the person's own; exit code 0 passes. */
  readonly testCommand?: string;
  /** Files and folders that it needs beside the program, relative to the folder of the session; absent: the whole folder for a fix. */
  readonly testFiles?: readonly string[];
  /** The model writes tests from the request alone. */
  readonly writesTests: boolean;
  /** A pair of inputs is asked for each open finding of high severity. */
  readonly proves: boolean;
  /** Name of the sandbox in which all of it runs. */
  readonly sandbox: string;
}

/** What a check looks at when a run is over. */
export const LOOKS = [
  'stdout-has',
  'stdout-lacks',
  'stderr-has',
  'exit-code',
  /** The file at `path` holds `text`; an empty text asks only whether the file is there. */
  'file-has',
  'file-absent',
  /** The program died of a signal. */
  'crash',
  /** A sanitizer ended the program. */
  'sanitizer-report',
] as const;
export type Look = (typeof LOOKS)[number];

/** One thing that is seen from outside of the program. */
export interface Check {
  readonly look: Look;
  /** Relative to the folder of the run; empty where no file is looked at. */
  readonly path: string;
  /** What to look for, which may have several lines; the number for `exit-code`. */
  readonly text: string;
}

/** One run of a program: what it is given, and what has to be seen for the case to hold. */
export interface BehaviourCase {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly stdin: string;
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  /** Files that are there when the program starts. */
  readonly files: SourceFiles;
  /** All of them have to hold. */
  readonly checks: readonly Check[];
}

/** What is run: the program itself, or a driver that uses it. */
export interface CaseProgram {
  /** File of the program to start; absent to take the usual one. */
  readonly entry?: string;
  /** Lies beside the program and is started in its place; for code that is no program by itself. */
  readonly driver?: SourceFile;
}

/** Cases that one program, or one driver, is run with. */
export interface CaseSet extends CaseProgram {
  readonly cases: readonly BehaviourCase[];
}

/** How one test fared on one candidate. */
export interface TestResult {
  readonly name: string;
  /** `command`: the person's; `written`: by the model, from the request. */
  readonly source: 'command' | 'written';
  readonly isPassing: boolean;
  /** Why it fails, one line without secrets; empty when it passes. */
  readonly detail: string;
}

/** How the tests fared on one candidate. */
export interface TestOutcome {
  /** `failed`: they could not be run, and `tests` says nothing. */
  readonly status: 'completed' | 'failed';
  /** Why they could not be run; empty otherwise. */
  readonly reason: string;
  readonly tests: readonly TestResult[];
  /** What ran them, with its version. */
  readonly runner: string;
  readonly sandbox: string;
  readonly durationMs: number;
}
