import type { SourceFiles } from './source-file.ts';

/** What a person asked for. `files` is empty when the program is still to be written. */
export interface Task {
  readonly kind: 'generate' | 'fix';
  /** The request in plain words; for a fix without one, what the caller knows about the program, or empty. */
  readonly request: string;
  /** Language id, such as `python`. */
  readonly language: string;
  readonly files: SourceFiles;
}
