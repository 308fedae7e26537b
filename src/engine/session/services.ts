import type { Json } from '#core/json.ts';
import type { Message, Purpose } from '#core/message.ts';
import type { ChangeFault, PersonDecision, StoredEvent } from '#core/session-event.ts';
import type { CweId } from '#core/cwe-id.ts';
import type { DetectorSettings } from '#core/settings.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Extraction } from '../candidates/extract.ts';
import type { Stage } from '../behaviour/stage.ts';
import type { Change } from '../changes/change.ts';
import type { AnalysisKit } from '../detection/analysis-kit.ts';
import type { Detector, DetectorContext } from '../detection/detector.ts';
import type { Guidance } from '../guidance/guidance.ts';
import type { CallResult } from '../models/call.ts';
import type { Toolbox } from '../sandbox/toolbox.ts';
import type { SessionLog } from '../storage/store.ts';
import type { Language } from '../syntax/language.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { SessionState } from './state.ts';
import type { Strategy } from './strategy.ts';

/** One question to a model, as the loop asks it. */
export interface Call {
  readonly requestId: string;
  readonly purpose: Purpose;
  /** Who answers: the model that writes code, or the one that reviews it. */
  readonly role: 'writer' | 'reviewer';
  readonly messages: readonly Message[];
  readonly temperature?: number;
  readonly responseSchema?: Json;
  /** For the record; see `Prompt`. */
  readonly step?: string;
  readonly isFresh?: true;
}

/** How the person decides in an interactive session: sees the state, gives one decision after another. */
export type Consult = (state: SessionState, signal: AbortSignal) => Promise<PersonDecision>;

/** Everything outside the loop that the loop needs. `apps/compose.ts` puts the real ones together; tests put in fakes. */
export interface SessionServices {
  readonly log: SessionLog;
  readonly language: Language;
  readonly syntax: Syntax;
  readonly strategy: Strategy;
  /** All detectors with a role, in the order they are to run. */
  readonly detectors: readonly Detector[];
  /** What detectors that analyse by rules work with: the rules that are on by default. */
  readonly analysis?: AnalysisKit;
  /** Programs of this machine, for detectors that are some. */
  readonly tools?: Toolbox;
  /** What builds programs, for detectors that have them built. */
  readonly toolchains?: NonNullable<DetectorContext['toolchains']>;
  /** What the person told single detectors. */
  readonly detectorSettings?: DetectorSettings;
  /** The configured names of the models, for the record. */
  readonly models: { readonly writer: string; readonly reviewer: string };
  /** Failures of the model are values, not exceptions. */
  readonly call: (call: Call, signal: AbortSignal) => Promise<CallResult>;
  /** Takes the program out of a reply; files that a fix does not repeat come from `best`. */
  readonly extract: (reply: string, best: SourceFiles) => Promise<Extraction>;
  readonly compare: (change: Change) => readonly ChangeFault[];
  /** Where tests and proofs run; absent in a session that runs nothing. */
  readonly stage?: Stage;
  readonly guidanceFor: (cwe: CweId) => Promise<Guidance | undefined>;
  /** Present in an interactive session. */
  readonly consult?: Consult;
  /** Called after each event is durable, with the state it led to. */
  readonly onEvent?: (event: StoredEvent, state: SessionState) => void;
  readonly nowMs: () => number;
  readonly detectorTimeoutMs: number;
  /** Aborting it interrupts the session, which can be resumed. */
  readonly signal: AbortSignal;
}
