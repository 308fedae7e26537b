import type { CaseSet, TestOutcome } from './behaviour.ts';
import type { CweId } from './cwe-id.ts';
import type { Finding } from './finding.ts';
import type { Json } from './json.ts';
import type { Ledger } from './ledger.ts';
import type { Message, Purpose } from './message.ts';
import type { Proof, ProofResult } from './proof.ts';
import type { SessionSettings } from './settings.ts';
import type { SourceFiles } from './source-file.ts';
import type { Task } from './task.ts';
import type { Cost, Usage } from './usage.ts';
import type { StopReason, Verdict } from './verdict.ts';

/** The first event of every session. */
export interface SessionStarted {
  readonly type: 'session-started';
  readonly sessionId: string;
  readonly task: Task;
  readonly settings: SessionSettings;
  /** Version of SecCode that started it. */
  readonly version: string;
}

/** Another process took an interrupted session up. */
export interface SessionResumed {
  readonly type: 'session-resumed';
  readonly version: string;
}

/** One round begins: iteration 0 produces the first candidate, each later one tries to improve the best. */
export interface IterationStarted {
  readonly type: 'iteration-started';
  readonly iteration: number;
  /** `given`: the candidate is the code the person brought. */
  readonly kind: 'generate' | 'fix' | 'given';
  /** Version of the strategy's prompt text, and hash of the first prompt of the iteration; absent for `given`. */
  readonly promptVersion?: string;
  readonly promptHash?: string;
}

/** A prompt is about to be sent. Durable before it is. */
export interface ModelRequested {
  readonly type: 'model-requested';
  /** `<iteration>.<asker>.<number>`; the same in every run of the same session. */
  readonly requestId: string;
  readonly iteration: number;
  readonly purpose: Purpose;
  /** `strategy`, or the detector that asks. */
  readonly asker: string;
  /** The configured model, `provider/name`. */
  readonly model: string;
  readonly messages: readonly Message[];
  readonly promptHash: string;
  readonly temperature?: number;
  readonly responseSchema?: Json;
  /** What the strategy calls its reply, when that is not the program yet but goes into a later prompt. */
  readonly step?: string;
  /** The program in the reply is written anew: it is no change of the best one. */
  readonly isFresh?: true;
}

/** How a model call ended. Only `answered` carries text that may be used. */
export type ReplyOutcome =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'truncated'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly remedy: string };

/** What a model call brought, with all the calls it took (retries, continuations) summed up. */
export interface ModelReplied {
  readonly type: 'model-replied';
  readonly requestId: string;
  readonly outcome: ReplyOutcome;
  /** The model that really answered, as the provider reports it. */
  readonly answeredBy: string;
  readonly usage: Usage;
  readonly cost: Cost;
  /** Calls made on the wire, at least 1 when any was made. */
  readonly calls: number;
  readonly durationMs: number;
}

/** A program was taken from a reply, or could not be. */
export interface CandidateExtracted {
  readonly type: 'candidate-extracted';
  readonly iteration: number;
  readonly files: SourceFiles;
  /** Why the reply holds no usable program; `files` is then empty. */
  readonly problem?: string;
  /** Weaknesses that the model says it fixed. */
  readonly claims: readonly CweId[];
}

/** Something that must not happen between two candidates, or in one. */
export interface ChangeFault {
  /** The check that says so: the file name in `engine/changes`. */
  readonly check: string;
  readonly path: string;
  readonly line: number;
  /** A fact in one sentence. */
  readonly message: string;
}

/** The difference to the best candidate was examined. */
export interface CandidatesCompared {
  readonly type: 'candidates-compared';
  readonly iteration: number;
  readonly faults: readonly ChangeFault[];
}

/** A finding that its own detector took back, and why. */
export interface WithdrawnFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** It was looked into and found false, not merely badly told: the same finding is not looked into again. */
  readonly isRefuted?: boolean;
}

/** How one detector fared on one candidate. */
export interface DetectorOutcome {
  readonly detector: string;
  readonly version: string;
  /** `not-applicable`: it knows none of the languages here. Only `completed` can support `secure`. */
  readonly status: 'completed' | 'failed' | 'not-applicable';
  /** Why it failed; empty otherwise. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  readonly withdrawn: readonly WithdrawnFinding[];
  /** Files it looked at; absent unless it completed. */
  readonly covered?: readonly string[];
  /** Files it could not check, each with the reason. Any makes the verdict undecided. */
  readonly notCovered: readonly { readonly path: string; readonly reason: string }[];
  readonly durationMs: number;
}

/** One detector has finished with one candidate. */
export interface DetectorFinished {
  readonly type: 'detector-finished';
  readonly iteration: number;
  readonly outcome: DetectorOutcome;
}

/** Tests were written from the request alone, or could not be. */
export interface TestsWritten {
  readonly type: 'tests-written';
  /** Absent when there are none. */
  readonly set?: CaseSet;
  /** Why there are none. */
  readonly problem?: string;
}

/** The tests have been run on one candidate. */
export interface TestsFinished {
  readonly type: 'tests-finished';
  readonly iteration: number;
  readonly outcome: TestOutcome;
}

/** A pair of cases was asked for a finding of this iteration's program, and tried on it. */
export interface ProofWritten {
  readonly type: 'proof-written';
  readonly iteration: number;
  readonly proof: Proof;
}

/** The pairs have been tried on a later candidate. */
export interface ProofsFinished {
  readonly type: 'proofs-finished';
  readonly iteration: number;
  readonly results: readonly ProofResult[];
  /** Why they could not be tried; `results` is then empty. */
  readonly problem?: string;
}

/** The referee has judged an iteration. */
export interface IterationFinished {
  readonly type: 'iteration-finished';
  readonly iteration: number;
  readonly isAccepted: boolean;
  /** Strictly better than the best before it, not merely no worse. */
  readonly isImprovement: boolean;
  /** Why it was accepted or rolled back, one sentence; goes into the next prompt when rolled back. */
  readonly reason: string;
  readonly ledger: Ledger;
}

/** What the person in an interactive session wants. */
export type PersonDecision =
  | { readonly kind: 'continue' }
  /** Take this candidate as the best although the referee would not. */
  | { readonly kind: 'accept' }
  /** Roll this candidate back although the referee would not. */
  | { readonly kind: 'reject'; readonly reason: string }
  | { readonly kind: 'dismiss'; readonly fingerprint: string; readonly reason: string }
  | { readonly kind: 'instruct'; readonly instruction: string }
  | { readonly kind: 'stop' };

export interface PersonDecided {
  readonly type: 'person-decided';
  readonly iteration: number;
  readonly decision: PersonDecision;
}

/** A limit over the whole session was met before a call. */
export interface LimitReached {
  readonly type: 'limit-reached';
  readonly limit: 'cost' | 'tokens' | 'calls' | 'time';
  /** What was spent and what was allowed, in words. */
  readonly detail: string;
}

/** The last event of every finished session. */
export interface VerdictReached {
  readonly type: 'verdict-reached';
  readonly verdict: Verdict;
  readonly stopReason: StopReason;
  /** One paragraph for a person: what supports the verdict, and what is missing. */
  readonly explanation: string;
  /** Iteration whose candidate is the result; absent when there never was one. */
  readonly bestIteration?: number;
  /**
   * How sure the verdict is, from 0 to 1, by counts from labelled code in which vulnerable and secure samples weigh the
   * same. Absent for `undecided`, and where the counts do not reach.
   */
  readonly confidence?: number;
}

export type SessionEvent =
  | SessionStarted
  | SessionResumed
  | IterationStarted
  | ModelRequested
  | ModelReplied
  | CandidateExtracted
  | CandidatesCompared
  | DetectorFinished
  | TestsWritten
  | TestsFinished
  | ProofWritten
  | ProofsFinished
  | IterationFinished
  | PersonDecided
  | LimitReached
  | VerdictReached;

/** An event as it lies in the store. */
export interface StoredEvent {
  /** Counts from 1 without gaps. */
  readonly sequence: number;
  /** When it was appended, milliseconds since 1970 UTC. */
  readonly atMs: number;
  readonly event: SessionEvent;
}
