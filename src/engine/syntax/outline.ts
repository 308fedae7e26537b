import type { Span } from '#core/finding.ts';

/** A place where the text does not parse. */
export interface SyntaxFault {
  readonly span: Span;
  /** A fact: "`)` is missing." or "This text does not parse." */
  readonly message: string;
}

/**
 * How a function does nothing.
 *
 * `empty`: no statement. `ellipsis`: `...` in place of a body. `constant`: all it does is to return a constant.
 * `unimplemented`: all it does is to say that it is not implemented.
 */
export type StubKind = 'empty' | 'ellipsis' | 'constant' | 'unimplemented';

export interface OutlineFunction {
  /** With the types and namespaces around it: `Account.withdraw`. */
  readonly name: string;
  /** Whether other code may call it by name: not nested in a function, not private by the language's convention. */
  readonly isPublic: boolean;
  readonly span: Span;
  /** Statements in the body, comments, docstrings and those that do nothing left out. */
  readonly statements: number;
  /** The body does nothing, only returns a constant, or only raises "not implemented". Never for an abstract function. */
  readonly isStub: boolean;
  /** How, when `isStub`. */
  readonly stub?: StubKind;
  /** The constant, when `stub` is `constant`; empty for a bare `return`. */
  readonly constant?: string;
  /** The whole body returns one of the parameters unchanged. */
  readonly returnsInput: boolean;
  /** It has a parameter besides the object it belongs to. */
  readonly takesInput?: boolean;
}

export interface OutlineCall {
  /** Text of the called expression without white space: `cursor.execute`. At most 200 characters. */
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
  /** It catches every error. Absent where that is not known. */
  readonly isBroad?: boolean;
  /** The text whose errors it handles. */
  readonly guarded?: Span;
}

export interface OutlineComment {
  readonly text: string;
  readonly span: Span;
  /** It would silence a detector. An annotation or pragma that does so is listed here as well. */
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
  /** String literals' spans and texts as written, quotes included (at most 2,000 characters each). */
  readonly strings: readonly { readonly text: string; readonly span: Span }[];
  /** Statements in the whole file, counted as in `OutlineFunction`. */
  readonly statements?: number;
  /** Statements that say "nothing here" (`...`) where code is expected. */
  readonly ellipses?: readonly Span[];
}
