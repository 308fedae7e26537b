import type { Finding } from './finding.ts';
import type { SourceFiles } from './source-file.ts';

/** What an analyser outside of SecCode reports on the files of a task. */
export interface ImportedFindings {
  /** The analyser's own name; several with commas. */
  readonly tool: string;
  /** Empty when it does not say. */
  readonly version: string;
  readonly findings: readonly Omit<Finding, 'detector' | 'fingerprint'>[];
  /** The detector that is this analyser and looks at every candidate, several with commas; absent: nobody runs it again. */
  readonly repeatedBy?: string;
}

/** What a person asked for. `files` is empty when the program is still to be written. */
export interface Task {
  readonly kind: 'generate' | 'fix';
  /** The request in plain words; for a fix without one, what the caller knows about the program, or empty. */
  readonly request: string;
  /** Language id, such as `python`. */
  readonly language: string;
  readonly files: SourceFiles;
  /** To be fixed beside what detectors find. */
  readonly imported?: ImportedFindings;
}
