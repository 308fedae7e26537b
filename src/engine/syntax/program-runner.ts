import type { CaseProgram } from '#core/behaviour.ts';
import type { SourceFiles } from '#core/source-file.ts';

/** Program and arguments, as a sandbox takes them. */
export type CommandLine = readonly [program: string, ...arguments_: string[]];

/** A program with what is to be started of it. */
export interface RunnableProgram extends CaseProgram {
  readonly files: SourceFiles;
}

/** How programs in a language are built and started. Tables and pure functions: the engine runs what they say. */
export interface ProgramRunner {
  /** Interpreters or compilers, the preferred one first; the first that answers `--version` is used. */
  readonly tools: readonly [string, ...string[]];
  /** Makes the program; absent where nothing has to be made. Runs once for all cases. */
  readonly build?: {
    readonly command: (program: RunnableProgram, tool: string) => CommandLine;
    /** The file that it makes. */
    readonly output: string;
  };
  /** The program and its first arguments; those of the case come after. */
  readonly start: (program: RunnableProgram, tool: string) => CommandLine;
  /** Set in every run, whatever the case sets. */
  readonly environment: (program: RunnableProgram) => Readonly<Record<string, string>>;
  /** Matches what is printed when something that is not installed is missing: that is no failure of the program. */
  readonly missing: RegExp;
  /** Name of a driver's file. */
  readonly driverFile: string;
  /** For the prompt: what a driver in this language looks like and how it is started. Full sentences. */
  readonly driverAdvice: readonly string[];
  /** Memory errors end the program with a report. */
  readonly isSanitized: boolean;
}
