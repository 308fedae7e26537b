import type { CweId } from '#core/cwe-id.ts';
import type { Confidence } from '#core/severity.ts';

/** How many vulnerable and how many secure samples of labelled code something was counted in. */
export type Counts = readonly [vulnerable: number, secure: number];

/** In how many samples of each kind a rule reported the weakness that the sample is labelled for. */
export interface RuleCounts {
  readonly detector: string;
  readonly language: string;
  readonly rule: string;
  /** The usual name of the weakness it reported. */
  readonly family: CweId;
  readonly confidence: Confidence;
  readonly counts: Counts;
}

/** In how many samples of one language and weakness a detector that looked reported that weakness, by any rule. */
export interface FamilyCounts {
  readonly detector: string;
  readonly language: string;
  readonly family: CweId;
  /** Samples it looked at. */
  readonly looked: Counts;
  /** Those of them in which it reported the weakness. */
  readonly reported: Counts;
}

/** What detectors were measured to report on labelled code: counts and nothing else. */
export interface CountTable {
  /** The detectors that were run, each with its version. */
  readonly detectors: readonly string[];
  /** Samples of each language. */
  readonly samples: Readonly<Record<string, Counts>>;
  /** Languages by the endings of their files. */
  readonly endings: Readonly<Record<string, string>>;
  readonly families: readonly FamilyCounts[];
  readonly rules: readonly RuleCounts[];
}
