import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { ModuleFacts, SinkFact } from './facts.ts';
import type { SinkKind } from './flow-kinds.ts';
import type { Place } from './ir.ts';
import type { Taint } from './value.ts';

/**
 * One weakness in one language. One folder each: `extensions/rules/<language>/<weakness>`, with examples that the rule
 * tester runs.
 */
export interface Rule {
  /** The folder: `python/sql-injection`. */
  readonly id: string;
  /** Language ids whose facts it reads: `['javascript', 'typescript']`. */
  readonly languages: readonly string[];
  /** The most specific weakness first. */
  readonly cwes: readonly [CweId, ...CweId[]];
  /** A noun phrase for lists and titles: "SQL injection". */
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters: one or two sentences. */
  readonly rationale: string;
  /** What to do: an imperative sentence. */
  readonly remediation: string;
  readonly references: readonly string[];
  /** `experimental` rules are off unless they are named; see `docs/rules`. */
  readonly stage: 'stable' | 'experimental';
  /** Sink kinds that `checkSink` wants to see. */
  readonly sinks?: readonly SinkKind[];
  /** Called for every fact of a sink of these kinds, also those that nothing tainted reaches. */
  readonly checkSink?: (sink: SinkFact, report: ReportFlow) => void;
  /** Called once per file. */
  readonly check?: (facts: ModuleFacts, report: Report) => void;
}

/** What a rule says of one place. */
export interface RuleFinding {
  /** A fact in one sentence, without advice, ending in a full stop. */
  readonly message: string;
  readonly confidence: Confidence;
  /** Only where it differs from the rule's. */
  readonly severity?: Severity;
  readonly cwes?: readonly [CweId, ...CweId[]];
  readonly remediation?: string;
  /** Flow to show, source first. */
  readonly taint?: Taint;
  /** Edits that remove the weakness for certain, in the same file. They are offered after a rescan shows it gone. */
  readonly fix?: readonly TextEdit[];
}

export interface TextEdit {
  readonly at: Place;
  readonly newText: string;
}

export type Report = (at: Place, finding: RuleFinding) => void;

/** As `Report`; the place is the sink's unless one is given. */
export type ReportFlow = (finding: RuleFinding, at?: Place) => void;
