import type { TestOutcome } from '#core/behaviour.ts';
import type { Ledger } from '#core/ledger.ts';
import type {
  CandidatesCompared,
  DetectorOutcome,
  IterationFinished,
  LimitReached,
  ModelReplied,
  ModelRequested,
  TestsWritten,
  SessionStarted,
  VerdictReached,
} from '#core/session-event.ts';
import type { Proof, ProofResult } from '#core/proof.ts';
import type { CweId } from '#core/cwe-id.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Cost, Usage } from '#core/usage.ts';
import type { EarlierReply } from './strategy.ts';

/** A program, and everything that was found out about it. */
export interface Candidate {
  readonly iteration: number;
  readonly files: SourceFiles;
  /** One per detector that finished on exactly this program. */
  readonly outcomes: readonly DetectorOutcome[];
  /** Absent until the tests were run on it. */
  readonly tests?: TestOutcome;
  readonly proofResults?: readonly ProofResult[];
}

/** The iteration under way. Absent fields have not happened yet. */
export interface CurrentIteration {
  readonly iteration: number;
  readonly kind: 'generate' | 'fix' | 'given';
  /** Steps of the strategy that were answered. */
  readonly steps: number;
  /** The reply that holds the program, or the one that ends the session because it holds nothing. */
  readonly reply?: ModelReplied;
  /** The program is no change of the best one. */
  readonly isFresh?: true;
  /** Why the reply holds no program. */
  readonly problem?: string;
  readonly files?: SourceFiles;
  readonly claims: readonly CweId[];
  readonly comparison?: CandidatesCompared;
  readonly outcomes: readonly DetectorOutcome[];
  readonly tests?: TestOutcome;
  readonly proofResults?: readonly ProofResult[];
  readonly finished?: IterationFinished;
}

/** A finding that the person called false, and why. */
export interface Dismissal {
  readonly fingerprint: string;
  readonly reason: string;
}

/** Everything that the events so far say. Built by `machine.ts` alone. */
export interface SessionState {
  readonly started: SessionStarted | undefined;
  readonly best: Candidate | undefined;
  /** What `best` was before the current iteration, should the person roll it back. */
  readonly bestBefore: Candidate | undefined;
  readonly current: CurrentIteration | undefined;
  /** The program that the person brought, as it was judged; absent when it was written here. */
  readonly given: Candidate | undefined;
  /** What the strategy was told at its steps, oldest first. */
  readonly earlier: readonly EarlierReply[];
  /** Rounds of fixing that were begun. */
  readonly fixes: number;
  readonly ledgers: readonly Ledger[];
  /** Why the last candidate was rolled back; absent when it was accepted. */
  readonly rejection: string | undefined;
  /** Rounds in a row without improvement. */
  readonly flatRounds: number;
  /** The person has had their say on the iteration that finished last. */
  readonly isConsulted: boolean;
  readonly wantsStop: boolean;
  readonly instructions: readonly string[];
  readonly dismissals: readonly Dismissal[];
  /** Fingerprints that a detector took back on any candidate, by detector. */
  readonly withdrawn: Readonly<Record<string, readonly string[]>>;
  /** Fingerprints that a detector kept on any candidate, by detector. */
  readonly upheld: Readonly<Record<string, readonly string[]>>;
  /** Requests by id; a reply is absent while the request is on its way. */
  readonly requests: Readonly<Record<string, { readonly request: ModelRequested; readonly reply?: ModelReplied }>>;
  readonly limitReached: LimitReached | undefined;
  readonly usage: Usage;
  /** Tokens of calls whose provider told no usage, estimated: unknown is not none. */
  readonly estimatedTokens: number;
  readonly cost: Cost;
  /** Calls made on the wire. */
  readonly calls: number;
  /** One for each finding that a pair was asked for. */
  readonly proofs: readonly Proof[];
  /** Absent until they were asked for. */
  readonly testsWritten: TestsWritten | undefined;
  /** The person's tests that failed on the code as it was given: no fix has to answer for them. */
  readonly toleratedTests: readonly string[];
  readonly verdict: VerdictReached | undefined;
}

export const initialState: SessionState = {
  started: undefined,
  best: undefined,
  bestBefore: undefined,
  current: undefined,
  given: undefined,
  earlier: [],
  fixes: 0,
  ledgers: [],
  rejection: undefined,
  flatRounds: 0,
  isConsulted: false,
  wantsStop: false,
  instructions: [],
  dismissals: [],
  withdrawn: {},
  upheld: {},
  requests: {},
  limitReached: undefined,
  usage: {},
  estimatedTokens: 0,
  cost: 0,
  calls: 0,
  proofs: [],
  testsWritten: undefined,
  toleratedTests: [],
  verdict: undefined,
};
