import type { Sample } from '#core/sample.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { CasesOutcome } from '../behaviour/run-cases.ts';
import type { CaseSet } from '#core/behaviour.ts';
import type { SessionSettings } from '#core/settings.ts';
import type { Score } from './score.ts';

/** The program to be scored. */
export interface Subject {
  readonly sample: Sample;
  /** Never empty: a session that ended without a program is not handed to scorers. */
  readonly files: SourceFiles;
}

/** What scorers ask of the machine; each is worked out once for a program, whoever asks. */
export interface ScoringKit {
  /** A finding at or above both counts. */
  readonly thresholds: Pick<SessionSettings, 'failOn' | 'minConfidence'>;
  /** Runs the detectors that were held out of the feedback. */
  readonly heldOut: () => Promise<readonly DetectorOutcome[]>;
  /** Outcome of building or parsing it: the gate detectors, the compilers among them. */
  readonly build: () => Promise<readonly DetectorOutcome[]>;
  /** Runs cases in the sandbox. */
  readonly runCases: (set: CaseSet) => Promise<CasesOutcome>;
  /** Score of another scorer on the same program. */
  readonly scoreOf: (scorer: string) => Promise<Score>;
}

/** Judges one program (inspect_ai `Scorer`). One folder in `extensions/scorers` each. */
export interface Scorer {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Whether it can say anything of programs for this sample: tests need a sample that has some. */
  readonly applies: (sample: Sample) => boolean;
  /**
   * Never throws for what a program does; what cannot be found out is `unscored`.
   *
   * @throws {SecCodeError} `CANCELLED` when the run was interrupted.
   */
  readonly score: (subject: Subject, kit: ScoringKit) => Promise<Score>;
}
