import type { SourceFile } from '#core/source-file.ts';
import type { Framework } from './framework.ts';
import type { IrModule } from './ir.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

/**
 * What the static detector must know of a language; `front-end.ts` in the language's folder in `extensions/languages`.
 *
 * Stack depth: lowering may be recursive up to the depth of `MAX_DEPTH` (below it everything is an `unknown` node).
 */
export interface FrontEnd {
  /** Language ids it reads: `['javascript', 'typescript']`. */
  readonly languages: readonly string[];
  /** Lowers one file. Pure, never throws on content; what it cannot read becomes `unknown`. */
  readonly lower: (path: string, language: string, tree: SyntaxTree) => IrModule;
  /** Frameworks, the standard library among them. */
  readonly frameworks: readonly Framework[];
  /** How this language names and finds modules. */
  readonly modules: ModuleRules;
  /** What holds for every method of a class. */
  readonly receiver: 'first-parameter' | 'this';
  /** Name of the method that sets a new object up: `__init__`, `constructor`. */
  readonly initialiser: string;
  /** Names every file knows without an import, other than through `Framework.implicit`: `print`, `Math`. */
  readonly builtins: ReadonlySet<string>;
  /**
   * Only where calls give several results at once: the first of them is what tables speak of, and a result that is bound to
   * one of these names tells how the call went and holds none of its data.
   */
  readonly outcomeNames?: RegExp;
}

export interface ModuleRules {
  /** Canonical name of a module as imported: `node:fs` becomes `fs`. */
  readonly canonical: (module: string) => string;
  /**
   * Paths at which a module of the scanned files may lie, most likely first, relative to the scan's root. One that ends in `/*` and
   * an ending is every file of a folder with that ending: a package of many files.
   *
   * @param from Path of the importing file.
   */
  readonly candidates: (module: string, from: string) => readonly string[];
  /**
   * Only where the files of a folder see each other's names without an import: the names that a file gives to its neighbours,
   * as far as its path and its text show them without a parse. `Store.find` is a method that stands apart from its type.
   */
  readonly shared?: (file: SourceFile) => readonly string[];
}

/** Nesting beyond which a front end gives up on a part of the tree; well below what overflows the stack. */
export const MAX_DEPTH = 400;
