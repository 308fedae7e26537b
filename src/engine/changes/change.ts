import type { ChangeFault } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Outline } from '../syntax/outline.ts';

/** A version of the program with what the parser says of it. */
export interface Version {
  readonly files: SourceFiles;
  /** One per file, same order. */
  readonly outlines: readonly Outline[];
}

/** Two versions of the program. `before` is the best candidate; absent when `after` is the first one. */
export interface Change {
  readonly before?: Version;
  readonly after: Version;
  /** Callees that run text as code, by language id; from the language tables. */
  readonly evaluators: Readonly<Record<string, readonly string[]>>;
  /** Those of `evaluators` that only find something by its name, by language id; from the language tables. */
  readonly lookups?: Readonly<Record<string, readonly string[]>>;
  /** Lines of `before` that an open finding points at, by path: what stood there may go. */
  readonly flaggedLines: Readonly<Record<string, readonly number[]>>;
}

/** One way of gaming the referee, or of losing what was asked for. One per file in this folder, named after it. */
export interface ChangeCheck {
  readonly name: string;
  readonly find: (change: Change) => readonly ChangeFault[];
}
