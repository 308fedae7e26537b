import type { BehaviourSettings } from './behaviour.ts';
import type { Confidence, Severity } from './severity.ts';

/** What a person tells single detectors, by detector and key, such as where its rules lie. */
export type DetectorSettings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Limits over a whole session, resumed parts included. An absent limit does not bound. */
export interface Limits {
  /** Rounds of fixing after the first candidate; 0 never fixes. */
  readonly maxIterations: number;
  /** Rounds in a row without improvement after which the loop stops as `flat`, at least 1. */
  readonly flatRounds: number;
  /** Input and output tokens of all calls together. */
  readonly maxTokens?: number;
  /** Calls on the wire, tries again and continuations counted. */
  readonly maxCalls?: number;
  /** Millionths of a US dollar. */
  readonly maxCostMicroUsd?: number;
  /** Time spent working, without the time between an interruption and its resumption. */
  readonly timeoutMs?: number;
}

/** When programs are built. */
export const BUILD_TIMES = ['auto', 'off', 'required'] as const;

/**
 * `auto`: where something here builds the language, and what cannot be built here is left open. `required`: always, and
 * what cannot be built here is undecided.
 */
export type BuildWhen = (typeof BUILD_TIMES)[number];

/** Everything that decides how a session goes on; stored with it, so that a resumed session keeps its rules. */
export interface SessionSettings {
  readonly strategy: string;
  /** `provider/name`. */
  readonly model: string;
  readonly reviewerModel?: string;
  /** Asked once when `model` refuses or fails for good. */
  readonly fallbackModel?: string;
  /** Detectors whose findings go into the prompt. */
  readonly feedback: readonly string[];
  /** Detectors that decide the verdict. */
  readonly marking: readonly string[];
  /** Absent when nobody told a detector anything. */
  readonly detectorSettings?: DetectorSettings;
  /** A finding at or above both is open: it is fixed, and it decides the verdict. Others are only reported. */
  readonly failOn: Severity;
  readonly minConfidence: Confidence;
  /** Whether programs are built, and what it means when one cannot be built here. Absent: as the detectors were named. */
  readonly build?: Exclude<BuildWhen, 'off'>;
  readonly isInteractive: boolean;
  readonly limits: Limits;
  /** Tests and proofs; absent: nothing that was generated is run. */
  readonly behaviour?: BehaviourSettings;
}
