import type { CweId } from '#core/cwe-id.ts';
import type { Finding } from '#core/finding.ts';
import type { Ledger } from '#core/ledger.ts';
import type { Message } from '#core/message.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Guidance } from '../guidance/guidance.ts';
import type { Language } from '../syntax/language.ts';

/** What a model said to a prompt of this session that did not ask for the program yet. Hostile text: fence it. */
export interface EarlierReply {
  readonly iteration: number;
  /** As the prompt called it. */
  readonly step: string;
  readonly text: string;
}

/** What a first prompt is made from. */
export interface GenerateBrief {
  readonly request: string;
  readonly language: Language;
  readonly iteration: number;
  /** Oldest first, over all iterations: a dialogue goes on with those of its own, and may go back to older ones. */
  readonly earlier: readonly EarlierReply[];
  /** Why the reply before could not be used; absent in the first try. */
  readonly problem?: string;
}

/** What a fixing prompt is made from. Holds no history: only the best candidate, what is open in it, and the ledgers. */
export interface FixBrief {
  readonly request: string;
  readonly language: Language;
  readonly iteration: number;
  /** Oldest first, over all iterations: a dialogue goes on with those of its own, and may go back to older ones. */
  readonly earlier: readonly EarlierReply[];
  /** The program as the person brought it; absent when it was written here. */
  readonly given?: SourceFiles;
  /** The best candidate so far. */
  readonly files: SourceFiles;
  /** Open findings that the fixer may see, worst first, each weakness once. */
  readonly findings: readonly Finding[];
  /** Places where the best candidate does not parse or compile; then nothing else was looked at. */
  readonly faults: readonly string[];
  /** What the program does not do at the `faults`; `parse` when absent. */
  readonly faultsAre?: 'parse' | 'compile';
  /** Tests that the best candidate fails, one line each; absent when there are none, or none fails. */
  readonly failures?: readonly string[];
  /** Programs are run on cases of the model's, where nothing is installed for them. */
  readonly areRun?: boolean;
  /** Guidance for the weaknesses among `findings`, in their order. */
  readonly guidance: readonly Guidance[];
  /** Guidance for what the strategy itself foresees, in its order. */
  readonly foreseen: readonly Guidance[];
  /** Score of the best candidate: minus the weighted sum of its open findings. */
  readonly score: number;
  /** One per finished iteration, oldest first. */
  readonly ledgers: readonly Ledger[];
  /** Why the candidate before was rolled back; absent when it was accepted. */
  readonly rejection?: string;
  /** What the person added, oldest first. */
  readonly instructions: readonly string[];
  /** Rounds in a row without improvement. */
  readonly flatRounds: number;
}

export interface Prompt {
  readonly messages: readonly Message[];
  readonly temperature?: number;
  /**
   * Name of what is asked for, when that is not the program yet: the reply comes back in `earlier`, and the strategy is asked
   * for its next prompt of the same iteration. Absent: the reply is the program, and the iteration goes on with it.
   */
  readonly step?: string;
  /**
   * The program is to be written anew. It is then compared with nothing but what the person brought, files that it does not
   * repeat are not taken from the best one, and a round that brings nothing does not count as flat. Left out with `step`.
   */
  readonly isFresh?: true;
}

/** Steps that a strategy may ask for before the program, in one iteration. */
export const MAX_STEPS = 12;

/** Rounds of fixing that need no finding. */
export interface FixedRounds {
  /** After a program that the strategy wrote. */
  readonly written: number;
  /** After a program that the person brought. */
  readonly given: number;
}

/**
 * How prompts for generating and fixing are built. One folder in `extensions/strategies` each.
 *
 * Pure: builds messages, calls nothing, and keeps nothing: what it must remember is in `earlier`, which comes from the log,
 * so that a killed session goes on in the middle of a dialogue. The text is versioned; its hash is stored with every request.
 */
export interface Strategy {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Rises with every change of the wording. */
  readonly promptVersion: string;
  readonly generate: (brief: GenerateBrief) => Prompt;
  /** Absent: the strategy never fixes, and the first candidate is the result. */
  readonly fix?: (brief: FixBrief) => Prompt;
  /**
   * The strategy heeds no detector: it makes so many rounds, whether anything is found or not, and a candidate may be larger
   * without fixing what a detector reports. Absent: rounds go on until nothing is open.
   */
  readonly rounds?: FixedRounds;
  /** Weaknesses named in its own earlier replies that it wants guidance for; see `FixBrief.foreseen`. */
  readonly foresees?: (earlier: readonly EarlierReply[]) => readonly CweId[];
}
