import type { Finding } from '#core/finding.ts';
import type { SessionEvent } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { FixBrief, GenerateBrief } from './strategy.ts';

/** A brief as far as the machine can write it; the runner adds what has to be loaded. */
export type Briefing =
  | { readonly kind: 'generate'; readonly brief: Omit<GenerateBrief, 'language'> }
  | { readonly kind: 'fix'; readonly brief: Omit<FixBrief, 'language' | 'guidance' | 'foreseen'> };

/** What has to be done next. `run.ts` does it and appends the events it leads to. */
export type Effect =
  /** Ask the strategy for a prompt and a model for the answer. */
  | { readonly type: 'ask'; readonly iteration: number; readonly requestId: string; readonly briefing: Briefing }
  /** Take the program out of a reply. */
  | { readonly type: 'extract'; readonly iteration: number; readonly text: string; readonly best: SourceFiles }
  /** Look for what must not happen between two candidates. */
  | {
      readonly type: 'compare';
      readonly iteration: number;
      readonly before: SourceFiles | undefined;
      readonly after: SourceFiles;
      readonly flaggedLines: Readonly<Record<string, readonly number[]>>;
    }
  /** Run detectors, in this order, on one program. */
  | {
      readonly type: 'detect';
      readonly iteration: number;
      readonly detectors: readonly string[];
      readonly files: SourceFiles;
    }
  /** Have tests written from the request alone. */
  | { readonly type: 'write-tests' }
  /** Run the tests on one program. */
  | { readonly type: 'test'; readonly iteration: number; readonly files: SourceFiles }
  /** Have a pair of cases made for one finding, and try it on the program that has the finding. */
  | {
      readonly type: 'write-proof';
      readonly iteration: number;
      readonly finding: Finding;
      readonly fingerprints: readonly string[];
      readonly files: SourceFiles;
    }
  /** Try the pairs on one program. */
  | { readonly type: 'run-proofs'; readonly iteration: number; readonly files: SourceFiles }
  /** Ask the person. */
  | { readonly type: 'consult'; readonly iteration: number }
  /** Nothing to do but to write down what follows from the events. */
  | { readonly type: 'record'; readonly event: SessionEvent };
