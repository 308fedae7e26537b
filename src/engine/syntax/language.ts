/**
 * What the engine must know of a language; one folder in `extensions/languages` each.
 *
 * Node types are those of the language's tree-sitter grammar. The engine asks these tables and never names a language.
 */
export interface Language {
  /** Lower case, the folder's name: `python`. */
  readonly id: string;
  readonly title: string;
  /** Words that mean this language in a code fence or on a command line, `id` included, lower case. */
  readonly aliases: readonly string[];
  /** File endings with the dot, most usual first. */
  readonly extensions: readonly string[];
  /** Name of a generated program's file when the reply gives none: `main.py`. */
  readonly defaultFile: string;
  /** Grammar file (in `grammars/`) by file ending; the key `*` serves every other ending. */
  readonly grammars: Readonly<Record<string, string>>;
  /** Other languages' findings or detectors that also fit, such as JavaScript's for TypeScript; most languages have none. */
  readonly kin?: readonly string[];
  readonly nodes: LanguageNodes;
  /** Matches a comment that would silence a detector (`# noqa`, `// eslint-disable`). */
  readonly suppression: RegExp;
  /** Callees that run text as code or hide a call: `eval`, `exec`, `getattr`. */
  readonly evaluators: readonly string[];
  /** What a finished program in this language has, for the prompt of a generation; full sentences. */
  readonly expectations: readonly string[];
}

/** Node types by role. A role a language lacks is an empty list. */
export interface LanguageNodes {
  readonly comment: readonly string[];
  readonly string: readonly string[];
  /** Function-like definitions, methods and named function values included. */
  readonly function: readonly string[];
  /** Classes, structs, interfaces: named things that other code refers to. */
  readonly type: readonly string[];
  readonly call: readonly string[];
  /** `if`, `while`, `assert` and the like: statements with a condition. */
  readonly condition: readonly string[];
  /** `except`, `catch`: the handler itself. */
  readonly handler: readonly string[];
  readonly return: readonly string[];
  /** Statements that do nothing: `pass`, `;`, `...`. */
  readonly empty: readonly string[];
}
