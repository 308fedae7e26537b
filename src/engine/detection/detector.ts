import type { Availability } from '#core/availability.ts';
import type { Finding } from '#core/finding.ts';
import type { Json } from '#core/json.ts';
import type { Message } from '#core/message.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Toolchain } from '../build/toolchain.ts';
import type { Toolbox } from '../sandbox/toolbox.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { AnalysisKit } from './analysis-kit.ts';

/** A finding as a detector makes it; the engine adds the detector's name and the fingerprint. */
export type ReportedFinding = Omit<Finding, 'detector' | 'fingerprint'>;

export interface DetectorInput {
  /** Only files whose language the detector knows. */
  readonly files: SourceFiles;
  /** What the code is meant to do, where that is known. */
  readonly request?: string;
}

/** A question that a detector asks a model. Answered from the session's log when it was asked before. */
export interface ModelQuestion {
  readonly messages: readonly Message[];
  /** JSON Schema of the answer. */
  readonly responseSchema?: Json;
}

export interface DetectorContext {
  readonly signal: AbortSignal;
  readonly syntax: Syntax;
  /** Front ends and rules of the static analysis, for a detector that runs them. */
  readonly analysis?: AnalysisKit;
  /** Programs of this machine, for a detector that is one of them. */
  readonly tools: Toolbox;
  /** What builds programs, for a detector that has them built; loaded when asked for. */
  readonly toolchains?: () => Promise<readonly Toolchain[]>;
  /** What a person told this detector, by key; absent when nothing. Paths may be relative to the working folder. */
  readonly settings?: Readonly<Record<string, string>>;
  /**
   * Asks the reviewing model and gives back its text.
   *
   * Present exactly when the detector `needsModel`. A refusal, a cut reply or a failed call throws a `SecCodeError`:
   * let it through, and the detector counts as failed.
   */
  readonly ask?: (question: ModelQuestion) => Promise<string>;
  /** Fingerprint the engine will give a finding, for detectors that compare with earlier ones. */
  readonly fingerprintOf: (finding: ReportedFinding) => string;
  /** What other detectors, finished before, report on the same code. */
  readonly others: readonly Finding[];
  /** Fingerprints of this detector's own findings on earlier candidates: those it kept, those it took back. */
  readonly earlier: { readonly upheld: readonly string[]; readonly withdrawn: readonly string[] };
}

export interface DetectorReport {
  readonly version: string;
  readonly findings: readonly ReportedFinding[];
  readonly withdrawn?: readonly {
    readonly finding: ReportedFinding;
    readonly reason: string;
    readonly isRefuted?: boolean;
  }[];
  readonly notCovered?: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Yields findings for code. One folder in `extensions/detectors` each.
 *
 * Throws when it cannot do its work: an empty report means "I looked and found nothing", never "I could not look".
 */
export interface Detector {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Language ids it knows; `*` for every language. */
  readonly languages: readonly string[];
  /** Files that no language claims and that it reads all the same, such as lists of packages. A scan collects them for it. */
  readonly reads?: (path: string) => boolean;
  readonly needsModel: boolean;
  /** Its findings mean that the code cannot be checked at all (it does not parse): nothing else is run on it. */
  readonly isGate?: boolean;
  /** A gate that builds: what it finds fault with does parse. It is run on what passes the other gates. */
  readonly isBuild?: boolean;
  /**
   * A scan runs it when nobody named detectors. Gates always run; every other detector is a second opinion, for whoever
   * asks for it by name.
   */
  readonly isDefaultForScan?: boolean;
  /** What it is good for when nobody chose: `both` where holding it out would leave nothing. */
  readonly defaultRole: 'feedback' | 'marking' | 'both';
  /**
   * A program of the machine, or of the project's own choosing. It is run when somebody names it, or, unless it is
   * `isNoisy`, when a session is looking for a second jury.
   */
  readonly isExternal?: boolean;
  /**
   * It takes part only where somebody names it: most of what it reports is false on labelled code, or it needs more than a
   * fragment (headers, modules, a build) and would make most verdicts undecided.
   */
  readonly isNoisy?: boolean;
  /** @param settings What a person told this detector. */
  readonly availability: (tools: Toolbox, settings?: Readonly<Record<string, string>>) => Promise<Availability>;
  readonly detect: (input: DetectorInput, context: DetectorContext) => Promise<DetectorReport>;
}
