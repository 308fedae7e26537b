import type { SyntaxTree } from './tree.ts';

/** What is refused, so that a hostile file costs a bounded amount of time and memory. */
export interface SyntaxLimits {
  /** Longest text, in UTF-16 code units. */
  readonly maxLength: number;
  /** Deepest nesting of nodes. */
  readonly maxDepth: number;
  /** Longest time for one text. */
  readonly timeoutMs: number;
}

export interface ParserOptions {
  readonly readGrammar: (file: string) => Promise<Uint8Array>;
  readonly limits: SyntaxLimits;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

/** A tree, or why there is none. */
export type ParseOutcome = { readonly tree: SyntaxTree } | { readonly problem: string };

/** Parses one text. Never throws because of it. */
export type ParseText = (text: string) => ParseOutcome;
