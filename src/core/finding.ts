import type { CweId } from './cwe-id.ts';
import type { Confidence, Severity } from './severity.ts';

/** A stretch of one file. Lines and columns count from 1; `endColumn` is the column after the last character (SARIF 2.1.0). */
export interface Span {
  readonly path: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One step on the way from a source to a sink, in order (SARIF `threadFlowLocation`). */
export interface FlowStep {
  readonly span: Span;
  /** A fact about this step, such as "'name' is read from the request". */
  readonly message: string;
}

/** Replacement of one span, certain enough to be applied without asking a model. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** One detector says: this weakness is at this span. */
export interface Finding {
  /** The detector that says so, by folder name. */
  readonly detector: string;
  /** The detector's own name for the rule, such as `S608`; stable across versions. */
  readonly rule: string;
  /** The kind of flaw. The first is the most specific one; empty when the rule names no weakness. */
  readonly cwes: readonly CweId[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly span: Span;
  /** A fact in one sentence, without advice. */
  readonly message: string;
  /** What to do about it, imperative. */
  readonly remediation?: string;
  /** How an attacker gets there, in the words of a model; always shown as a claim. */
  readonly exploit?: string;
  readonly flow?: readonly FlowStep[];
  /** Edits that remove the weakness, to be applied together. */
  readonly fix?: readonly Edit[];
  /** Stays the same when lines move or neighbours are renamed: made of rule, weakness and normalised code. */
  readonly fingerprint: string;
}
