import type { Span } from '#core/finding.ts';

/** A place where the text does not parse. */
export interface SyntaxFault {
  readonly span: Span;
  /** A fact: "`)` is missing" or "this text does not parse". */
  readonly message: string;
}

export interface OutlineFunction {
  readonly name: string;
  /** Whether other code may call it by name: not nested in a function, not private by the language's convention. */
  readonly isPublic: boolean;
  readonly span: Span;
  /** Statements in the body, comments and docstrings left out. */
  readonly statements: number;
  /** The body does nothing, only returns a constant, or only raises "not implemented". */
  readonly isStub: boolean;
  /** The whole body returns one of the parameters unchanged. */
  readonly returnsInput: boolean;
}

export interface OutlineCall {
  /** Text of the called expression without white space: `cursor.execute`. */
  readonly callee: string;
  /** Name of the function it stands in; empty at top level. */
  readonly inFunction: string;
  readonly span: Span;
  /** Text of the arguments, white space folded, at most 200 characters. */
  readonly argumentsText: string;
}

export interface OutlineCondition {
  /** The condition with white space folded, at most 200 characters. */
  readonly text: string;
  readonly inFunction: string;
  readonly span: Span;
  /** The guarded branch leaves: returns, raises, throws, breaks, exits. */
  readonly leaves: boolean;
}

export interface OutlineHandler {
  readonly inFunction: string;
  readonly span: Span;
  /** Nothing is done with the error: empty, `pass`, or a bare constant. */
  readonly isEmpty: boolean;
}

export interface OutlineComment {
  readonly text: string;
  readonly span: Span;
  /** It would silence a detector. */
  readonly isSuppression: boolean;
}

/** What the loop needs to know of one file to compare it with another version. Everything in source order. */
export interface Outline {
  readonly path: string;
  /** Language id; absent when no language claims the file: everything else is then empty. */
  readonly language?: string;
  /** At most 20; empty when the file parses. */
  readonly faults: readonly SyntaxFault[];
  readonly functions: readonly OutlineFunction[];
  /** Public types: classes, structs. */
  readonly types: readonly { readonly name: string; readonly span: Span }[];
  readonly calls: readonly OutlineCall[];
  readonly conditions: readonly OutlineCondition[];
  readonly handlers: readonly OutlineHandler[];
  readonly comments: readonly OutlineComment[];
  /** String literals' spans and texts (at most 2,000 characters each). */
  readonly strings: readonly { readonly text: string; readonly span: Span }[];
}
