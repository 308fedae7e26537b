import type { Finding } from '#core/finding.ts';
import type { Ledger } from '#core/ledger.ts';
import type { Message } from '#core/message.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Guidance } from '../guidance/guidance.ts';
import type { Language } from '../syntax/language.ts';

/** What a first prompt is made from. */
export interface GenerateBrief {
  readonly request: string;
  readonly language: Language;
  /** Why the reply before could not be used; absent in the first try. */
  readonly problem?: string;
}

/** What a fixing prompt is made from. Holds no history: only the best candidate, what is open in it, and the ledgers. */
export interface FixBrief {
  readonly request: string;
  readonly language: Language;
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
}

/**
 * How prompts for generating and fixing are built. One folder in `extensions/strategies` each.
 *
 * Pure: builds messages and calls nothing. The text is versioned; its hash is stored with every iteration.
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
}
