import type { CaseSet } from './behaviour.ts';
import type { CweId } from './cwe-id.ts';
import type { SourceFiles } from './source-file.ts';

/** What is known of a piece of code: it has the weakness it is labelled for, or surely has not. */
export type Label = 'vulnerable' | 'secure';

/**
 * Tests that come with a sample. A test passes when all of its checks hold and the program ends in order: an exploit test
 * passes when the attack does no harm.
 */
export interface SampleTests {
  /** What the program has to do. */
  readonly functional: CaseSet;
  /** Attacks that must not work. */
  readonly exploit: CaseSet;
}

/** One entry of a dataset (inspect_ai `Sample`). What a dataset does not have is absent. */
export interface Sample {
  /** Unique within its dataset; stays the same from one reading to the next. */
  readonly id: string;
  /** Language id, such as `python`. */
  readonly language: string;
  /** Weaknesses that it is about, the most specific first; empty when its publisher names none. */
  readonly cwes: readonly CweId[];
  /** What the program is to do, in plain words. */
  readonly request?: string;
  /** The code that comes with it: what a run in `code` mode starts from. */
  readonly files?: SourceFiles;
  /** What is known of `files`. */
  readonly label?: Label;
  /** Samples with the same `pair` are versions of one task. */
  readonly pair?: string;
  /** Samples of one cluster are not independent (variants of one scenario): intervals draw whole clusters. Absent: its own. */
  readonly cluster?: string;
  readonly tests?: SampleTests;
  /** Programs that its tests were tried on. */
  readonly references?: { readonly secure: SourceFiles; readonly insecure: SourceFiles };
}
