import type { ProgramRunner } from './program-runner.ts';

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
  /** An ending of another language, and what in a file's text tells that it is of this one: a header of C++ ends in `.h`. */
  readonly shared?: { readonly ending: string; readonly mark: RegExp };
  /** Name of a generated program's file when the reply gives none: `main.py`. */
  readonly defaultFile: string;
  /** Grammar file (in `grammars/`) by file ending; the key `*` serves every other ending. */
  readonly grammars: Readonly<Record<string, string>>;
  /** Other languages' findings or detectors that also fit, such as JavaScript's for TypeScript; most languages have none. */
  readonly kin?: readonly string[];
  readonly nodes: LanguageNodes;
  /** Matches a comment that would silence a detector (`# noqa`, `// eslint-disable`). */
  readonly suppression: RegExp;
  /**
   * Callees that run text as code or hide a call: `eval`, `exec`, `getattr`. One that begins with a dot means every
   * callee that ends so: `.invoke`.
   */
  readonly evaluators: readonly string[];
  /** Those of `evaluators` that only find something by its name, and are harmless until it is called: `getattr`. */
  readonly lookups?: readonly string[];
  /** Callees that end the program or the request: `sys.exit`, `abort`. */
  readonly exits?: readonly string[];
  /** Matches the last part of a name that other code should not use (`_helper`). Absent: every name may be used. */
  readonly privateName?: RegExp;
  /** Matches the words before a name, or the section it stands in, that keep other code from using it: `private`. */
  readonly privateModifier?: RegExp;
  /**
   * Matches the decorators of a function, or the head of its type, that allow it to have no body of its own
   * (`@abstractmethod`, `class P(Protocol)`).
   */
  readonly abstractMarker?: RegExp;
  /** Matches the head of a handler that catches everything: `except Exception:`. Absent: every handler does. */
  readonly broadHandler?: RegExp;
  /** Matches a comment that means something to the machine (`#!/usr/bin/env python3`) and so stays as it is. Keep strict. */
  readonly directive?: RegExp;
  /** Whether a place that the grammar stumbles over is sound nevertheless, such as a macro. Absent: none is. */
  readonly forgives?: (place: FaultPlace) => boolean;
  /** Functions begin with the type that they give; those without one are read as if this stood there: `int `. */
  readonly missingType?: string;
  /**
   * The language has C's preprocessor. Where only one branch of a condition can be read, macros whose whole name `unset`
   * matches are taken for not set.
   */
  readonly preprocessor?: { readonly unset: RegExp };
  /** How programs are built and run, for tests; absent: SecCode cannot run them. */
  readonly runner?: ProgramRunner;
  /** What a finished program in this language has, for the prompt of a generation; full sentences. */
  readonly expectations: readonly string[];
}

/** Node types by role. A role a language lacks is an empty list, or absent where it may be. */
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
  /** Nodes whose children are statements: blocks, modules, cases. */
  readonly block?: readonly string[];
  /** Parts of a statement that hold statements and are none: `else`. */
  readonly clause?: readonly string[];
  /** Statements after which the next one is not reached, besides `return`: `raise`, `break`. */
  readonly leave?: readonly string[];
  /** Those of `condition` that leave by themselves when their first child does not hold: `assert`. */
  readonly assertion?: readonly string[];
  /** Expression that stands for "nothing here" when it is a whole statement: `...`. */
  readonly ellipsis?: readonly string[];
  /** Statements that are documentation when a string is all they hold. */
  readonly documentation?: readonly string[];
  /** Namespaces: they qualify names like a type and are none. */
  readonly scope?: readonly string[];
  /** What gives a function value its name: node type to the field that holds it (`variable_declarator`: `name`). */
  readonly binding?: Readonly<Record<string, string>>;
  /** Markers between members that set who may use those below: C++'s `private:`. */
  readonly section?: readonly string[];
  /** Types whose members are private until a section says otherwise. */
  readonly closedType?: readonly string[];
  /** What silences a detector without being a comment: annotations, pragmas. */
  readonly silencer?: readonly string[];
  /** What the grammar still reads and the language no longer has, with the fact to report. */
  readonly obsolete?: Readonly<Record<string, string>>;
  /** Text that the grammar does not look into, and how comments in there begin and end. */
  readonly unparsed?: {
    readonly types: readonly string[];
    readonly line: string;
    readonly block: readonly [string, string];
  };
}

/** A place that does not parse, for a language to judge. */
export interface FaultPlace {
  /** `error`: text that fits nowhere. `missing`: a token that the parser had to invent. */
  readonly kind: 'error' | 'missing';
  /** The text that does not fit, at most 200 characters; for `missing` the token. */
  readonly text: string;
  /** What stands before it on its line, at most 200 characters. */
  readonly before: string;
  /** What follows it, at most 40 characters, leading white space left out. */
  readonly after: string;
  /** Types of the nodes around it, innermost first, at most 8. */
  readonly within: readonly string[];
}
