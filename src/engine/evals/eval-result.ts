import type { CweId } from '#core/cwe-id.ts';
import type { Cost, Usage } from '#core/usage.ts';
import type { StopReason, Verdict } from '#core/verdict.ts';
import type { SampleMode } from './eval-cell.ts';
import type { Score } from './score.ts';

/** The best program at the end of one iteration. */
export interface IterationResult {
  /** 0 is the first program, or the code that came with the sample. */
  readonly iteration: number;
  /** Whether this iteration's candidate became the best. */
  readonly isAccepted: boolean;
  /** Open findings of the feedback, by the referee, on the best program. */
  readonly open: number;
  readonly fixed: number;
  readonly introduced: number;
  readonly falselyClaimed: number;
  /** Faults of gaming that this candidate was rolled back for, by the names of their checks. */
  readonly changeFaults: readonly string[];
  /** Lines with code of the best program. */
  readonly lines: number;
  /** By scorer; absent for scorers that do not apply. */
  readonly scores: Readonly<Record<string, Score>>;
}

/** What came of one cell. One line of a run's results. */
export interface EvalResult {
  readonly key: string;
  readonly index: number;
  readonly dataset: string;
  readonly mode: SampleMode;
  readonly sampleId: string;
  /** Draws of the bootstrap keep a cluster together. */
  readonly cluster: string;
  readonly language: string;
  readonly cwes: readonly CweId[];
  readonly model: string;
  readonly strategy: string;
  readonly repeat: number;
  readonly sessionId: string;
  /** Absent when the session did not come to a verdict: `error` then says why. */
  readonly verdict?: Verdict;
  readonly stopReason?: StopReason;
  /** Oldest first; empty when there never was a program. */
  readonly iterations: readonly IterationResult[];
  /** Of the last program; scorers that apply and could not run because there is no program are `unscored`. */
  readonly scores: Readonly<Record<string, Score>>;
  readonly usage: Usage;
  readonly cost: Cost;
  /** Calls on the wire. */
  readonly calls: number;
  readonly durationMs: number;
  /** What went wrong outside of the loop, one line; such a cell is run again by `--retry-errors`. */
  readonly error?: string;
}
