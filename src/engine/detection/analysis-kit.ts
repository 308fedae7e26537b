import type { SourceFiles } from '#core/source-file.ts';
import type { AnalysisResult } from '../analysis/analyze.ts';
import type { FrontEnd } from '../analysis/front-end.ts';
import type { Rule } from '../analysis/rule.ts';

/** What a detector that analyses code by rules works with; loaded when it is first asked for. */
export interface AnalysisKit {
  /** Front ends that read any of these languages. */
  readonly frontEnds: (languages: ReadonlySet<string>) => Promise<readonly FrontEnd[]>;
  /** Rules in force that read any of these languages: the stable ones, unless somebody chose others. */
  readonly rules: (languages: ReadonlySet<string>) => Promise<readonly Rule[]>;
  /**
   * Analyses many files on all cores, with the same result as on one; absent where there are no threads. A file that
   * hangs is ended, and is not covered.
   */
  readonly spread?: (files: SourceFiles, signal: AbortSignal) => Promise<AnalysisResult>;
}
