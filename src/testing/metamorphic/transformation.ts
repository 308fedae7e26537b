import type { SyntaxTree } from '#engine/syntax/tree.ts';
import type { Change } from './rewrite.ts';

/** Grammar family of a program: JavaScript's includes TypeScript, that of C includes C++. */
export type Grammar = 'python' | 'javascript' | 'c' | 'java' | 'go';

/** A file that is to be written differently. */
export interface Program {
  readonly grammar: Grammar;
  readonly tree: SyntaxTree;
  /** No other file uses what this one defines. */
  readonly isAlone: boolean;
  /** Names that mean something to the detector by themselves in a fragment, such as `request`. */
  readonly meaningfulNames: ReadonlySet<string>;
}

/** Another way to write a program that does the same. */
export interface Transformation {
  /** Finishes "findings stay when one …": "renames local variables". */
  readonly name: string;
  readonly grammars: readonly Grammar[];
  /** Where it does not apply, and so leaves the program as it is. */
  readonly leaves: string;
  /** Changes that do not overlap; none where it does not apply. Pure. */
  readonly changes: (program: Program) => readonly Change[];
}
