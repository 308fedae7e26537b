import type { SourceFile } from '#core/source-file.ts';
import type { Language } from './language.ts';
import type { Outline } from './outline.ts';
import type { SyntaxTree } from './tree.ts';

/** The tree of a file, its language's id and its text with comments blanked, or why there is none. */
export type TreeOutcome =
  | {
      readonly tree: SyntaxTree;
      readonly language: string;
      readonly code: string;
      /** Code that the tree does not have: of other settings of the preprocessor, or in a macro. */
      readonly leftOut?: readonly { readonly start: number; readonly end: number }[];
    }
  | { readonly problem: string };

/** Parsing as a service: hides the parser library, its memory and its limits. */
export interface Syntax {
  readonly languages: readonly Language[];
  /** The language a path belongs to by its ending; `undefined` when none claims it. */
  languageOf(path: string): Language | undefined;
  /** The language a word means (`py`, `C++`, `tsx`); `undefined` when none does. */
  languageNamed(word: string): Language | undefined;
  /**
   * Parses and outlines one file. Never throws on content: what cannot be parsed in time or is too deep or too large
   * comes back as a fault.
   */
  outline(file: SourceFile): Promise<Outline>;
  /**
   * The text with the words of every comment (and docstring) replaced, same length, same lines: a reviewer reads code
   * and cannot be talked to. A file that no language claims comes back unchanged.
   */
  neutralise(file: SourceFile): Promise<string>;
  /** The tree itself, for analyses that visit every node. A file that no language claims has none, and a problem. */
  tree(file: SourceFile): Promise<TreeOutcome>;
}
