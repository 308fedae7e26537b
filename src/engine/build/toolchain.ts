import type { Availability } from '#core/availability.ts';
import type { Finding } from '#core/finding.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Toolbox } from '../sandbox/toolbox.ts';

/** A place where the program does not build. */
export interface BuildFault {
  readonly path: string;
  /** From 1; 1 when the toolchain names none. */
  readonly line: number;
  /** In UTF-16 code units, from 1. */
  readonly column: number;
  /** A fact in one sentence, such as the compiler's own. */
  readonly message: string;
}

/** What came of a build. */
export interface BuildReport {
  /** Of the toolchain, with its name. */
  readonly version: string;
  /** Empty: everything that could be built was. */
  readonly faults: readonly BuildFault[];
  /** Files that cannot be built here for want of something that is not theirs (a header, a package), with the reason. */
  readonly notBuilt: readonly { readonly path: string; readonly reason: string }[];
  /** Warnings that speak of weaknesses. */
  readonly findings: readonly Omit<Finding, 'detector' | 'fingerprint'>[];
}

/**
 * Compiles or imports a program, without running it. One folder in `extensions/toolchains` each.
 *
 * Throws when it could not do its work; a program that does not build is a report.
 */
export interface Toolchain {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Language ids it builds. */
  readonly languages: readonly string[];
  /** Among several usable ones for a language, the highest is taken. */
  readonly rank: number;
  readonly availability: (tools: Toolbox) => Promise<Availability>;
  /**
   * @param files All files of the program in the toolchain's languages, headers too.
   * @throws {SecCodeError} `DETECTOR_FAILED` when the toolchain crashed, hung, or said nothing that makes sense.
   */
  readonly build: (files: SourceFiles, tools: Toolbox, signal: AbortSignal) => Promise<BuildReport>;
}
