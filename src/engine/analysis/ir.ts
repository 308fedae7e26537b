/**
 * The common intermediate form: what the analyses know of a program, whatever language it is written in.
 *
 * A front end lowers a syntax tree to it. Control flow stays structured; names stay as written (resolving them is the
 * evaluator's work); surface forms of one meaning become one node (`a.get` in every language is a `member`). Where a
 * language has no counterpart, an `unknown` node keeps the parts, so that data still flows through it.
 *
 * Places are offsets into the file's text, in UTF-16 code units.
 */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A constant. `undefined` stands for JavaScript's undefined; `null` for None, null, nil and nullptr. */
export type Constant = string | number | boolean | null | undefined;

interface At {
  readonly at: Place;
}

export type Expression =
  | (At & { readonly kind: 'literal'; readonly value: Constant; readonly form?: 'bytes' | 'regex' | 'char' })
  | (At & { readonly kind: 'name'; readonly name: string })
  /** `a.b`, `a->b` (on a `deref`), `a?.b`. */
  | (At & { readonly kind: 'member'; readonly object: Expression; readonly property: string })
  | (At & { readonly kind: 'index'; readonly object: Expression; readonly index: Expression })
  /** `lower:upper:step`, as an index. */
  | (At & {
      readonly kind: 'slice';
      readonly lower?: Expression;
      readonly upper?: Expression;
      readonly step?: Expression;
    })
  | CallExpression
  | (At & {
      readonly kind: 'unary';
      readonly operator: UnaryOperator;
      readonly operand: Expression;
      /** `x++`: worth what it was before. */
      readonly isPostfix?: true;
    })
  | (At & {
      readonly kind: 'binary';
      /** Arithmetic and bits, as written: `+`, `%`, `<<`. */
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    })
  | CompareExpression
  | (At & {
      readonly kind: 'logical';
      readonly operator: 'and' | 'or' | 'coalesce';
      readonly left: Expression;
      readonly right: Expression;
    })
  | (At & {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    })
  /** Text with holes: f-strings, template literals. Text parts are literals. A tag is a function that gets the parts. */
  | (At & { readonly kind: 'template'; readonly parts: readonly Expression[]; readonly tag?: Expression })
  | (At & { readonly kind: 'sequence'; readonly form: 'list' | 'tuple' | 'set'; readonly items: readonly Expression[] })
  /** Dictionaries and object literals; an entry without a key is spread. */
  | (At & { readonly kind: 'record'; readonly entries: readonly RecordEntry[] })
  | (At & { readonly kind: 'spread'; readonly value: Expression })
  | (At & { readonly kind: 'function'; readonly function: IrFunction })
  | (At & { readonly kind: 'class'; readonly class: IrClass })
  /** Assignment inside an expression; its value is what is assigned. */
  | (At & {
      readonly kind: 'assignment';
      readonly target: Expression;
      readonly value: Expression;
      /** `+` for `+=`. */
      readonly operator?: string;
    })
  | (At & {
      readonly kind: 'comprehension';
      readonly form: 'list' | 'set' | 'record' | 'generator';
      readonly clauses: readonly ComprehensionClause[];
      readonly key?: Expression;
      readonly element: Expression;
    })
  | (At & { readonly kind: 'cast'; readonly type: TypeName; readonly operand: Expression })
  /** `new T[n]`, `T{...}`, `sizeof(T)`: what depends on a type and no value. */
  | (At & {
      readonly kind: 'typed';
      readonly form: 'size' | 'allocation';
      readonly type: TypeName;
      readonly count?: Expression;
    })
  /** JSX and the like. `tag` is the element's name as written. */
  | (At & {
      readonly kind: 'markup';
      readonly tag: string;
      readonly attributes: readonly MarkupAttribute[];
      readonly children: readonly Expression[];
    })
  /** Anything else: its value is made of its parts in an unknown way. */
  | (At & { readonly kind: 'unknown'; readonly parts: readonly Expression[] });

/** `deref` and `address` are C's `*` and `&`. `await` and `yield` pass their operand's value on. */
export type UnaryOperator =
  | 'not'
  | 'minus'
  | 'plus'
  | 'invert'
  | 'deref'
  | 'address'
  | 'size'
  | 'typeof'
  | 'delete'
  | 'void'
  | 'await'
  | 'yield'
  | 'increment'
  | 'decrement';

export interface CallExpression extends At {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** `new T(...)`. */
  readonly isNew?: boolean;
}

export interface Argument {
  /** Keyword arguments only. */
  readonly name?: string;
  /** `*rest`, `...rest`; with `**`, `isRecord`. */
  readonly isSpread?: boolean;
  readonly isRecord?: boolean;
  readonly value: Expression;
}

export interface CompareExpression extends At {
  readonly kind: 'compare';
  /** `==` covers JavaScript's `===`; `is` is identity; `in` is membership (`key in object`, `x in list`). */
  readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not' | 'instanceof';
  readonly left: Expression;
  readonly right: Expression;
}

export interface RecordEntry {
  readonly key?: Expression;
  readonly value: Expression;
}

export interface MarkupAttribute {
  /** Absent for a spread. */
  readonly name?: string;
  readonly value: Expression;
  readonly at: Place;
}

export interface ComprehensionClause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

/** A type as far as the file shows it. */
export interface TypeName {
  /** Without qualifiers and pointers: `char`, `unsigned long`, `str`. */
  readonly name: string;
  /** `char **` has 2. */
  readonly pointers?: number;
  /** Sizes of a declared array, outermost first; `undefined` where none is written. */
  readonly sizes?: readonly (Expression | undefined)[];
  readonly isConstant?: boolean;
  /** C++'s `T &`. */
  readonly isReference?: true;
}

export type Statement =
  | (At & { readonly kind: 'evaluate'; readonly value: Expression })
  /** `a = b = v` has two targets. Patterns are `sequence`, `record` and `spread` expressions. */
  | (At & {
      readonly kind: 'assign';
      readonly targets: readonly Expression[];
      readonly value: Expression;
      readonly operator?: string;
    })
  /** A declaration with a type or without a value; `const x = 1` is an `assign`. */
  | (At & {
      readonly kind: 'declare';
      readonly name: string;
      readonly type?: TypeName;
      readonly value?: Expression;
      /** Lives as long as the program: C's `static`. */
      readonly isStatic?: true;
    })
  | (At & {
      readonly kind: 'if';
      readonly test: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    })
  | (At & {
      readonly kind: 'loop';
      /** Absent for an endless loop. */
      readonly test?: Expression;
      /** The body runs once before the test. */
      readonly isTestedAfter?: boolean;
      readonly before?: readonly Statement[];
      readonly step?: readonly Statement[];
      readonly body: readonly Statement[];
      /** Python's `else` of a loop. */
      readonly otherwise?: readonly Statement[];
    })
  | (At & {
      readonly kind: 'for-each';
      readonly target: Expression;
      readonly iterable: Expression;
      /** JavaScript's `for … in`: the target gets keys. */
      readonly isOverKeys?: boolean;
      readonly body: readonly Statement[];
      readonly otherwise?: readonly Statement[];
    })
  | (At & { readonly kind: 'switch'; readonly subject: Expression; readonly cases: readonly SwitchCase[] })
  | (At & {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly otherwise: readonly Statement[];
      readonly finally: readonly Statement[];
    })
  /** Python's `with`, Java's try-with-resources. */
  | (At & {
      readonly kind: 'with';
      readonly resources: readonly { readonly value: Expression; readonly target?: Expression }[];
      readonly body: readonly Statement[];
    })
  | (At & { readonly kind: 'return'; readonly value?: Expression })
  | (At & { readonly kind: 'raise'; readonly value?: Expression })
  | (At & { readonly kind: 'break'; readonly label?: string })
  | (At & { readonly kind: 'continue'; readonly label?: string })
  | (At & { readonly kind: 'label'; readonly name: string; readonly body: readonly Statement[] })
  | (At & { readonly kind: 'goto'; readonly name: string })
  | (At & { readonly kind: 'assert'; readonly test: Expression })
  | (At & {
      readonly kind: 'delete';
      readonly targets: readonly Expression[];
      /** `delete[]`. */
      readonly isArray?: true;
    })
  | (At & { readonly kind: 'function'; readonly function: IrFunction })
  | (At & { readonly kind: 'class'; readonly class: IrClass })
  | ImportStatement
  /** `exports.a = …` is an assignment; this is JavaScript's `export { a as b }`. */
  | (At & { readonly kind: 'export'; readonly names: readonly { readonly local: string; readonly exported: string }[] })
  | (At & { readonly kind: 'block'; readonly body: readonly Statement[] });

export interface SwitchCase {
  /** Empty for the default. Python's capture patterns are names, and match anything. */
  readonly patterns: readonly Expression[];
  readonly guard?: Expression;
  readonly body: readonly Statement[];
  /** Runs on into the next case unless it leaves: C, JavaScript. */
  readonly fallsThrough: boolean;
}

export interface Handler {
  /** Empty: it catches everything. */
  readonly types: readonly Expression[];
  readonly name?: string;
  readonly body: readonly Statement[];
  readonly at: Place;
}

export interface ImportStatement extends At {
  readonly kind: 'import';
  /** As written: `os.path`, `./db`, `node:fs`. Leading dots of Python's relative imports included. */
  readonly module: string;
  /** Binds the module itself to a name. `import os.path` binds `os` to `os`, and says so here. */
  readonly bindings: readonly ImportBinding[];
}

export interface ImportBinding {
  readonly local: string;
  /**
   * What is bound, below the module: a name, `*` for the module itself as a namespace, `default` for JavaScript's default
   * export.
   */
  readonly imported: string;
  /** Replaces `module` for this binding: `os` for `import os.path`. */
  readonly module?: string;
}

export interface Parameter {
  /** A name, or a pattern. */
  readonly target: Expression;
  /** The name when the target is one; else empty. */
  readonly name: string;
  readonly form: 'plain' | 'rest' | 'record';
  readonly default?: Expression;
  /** The annotation, as an expression: `str`, `Optional[Request]`, `express.Request`. */
  readonly annotation?: Expression;
  readonly type?: TypeName;
  readonly at: Place;
}

export interface IrFunction extends At {
  /** Empty for one without a name. */
  readonly name: string;
  readonly nameAt: Place;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** Decorators and annotations, in source order. */
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Directly inside a class: its first parameter (Python) or `this` is the object. */
  readonly isMethod: boolean;
  readonly isStatic: boolean;
  /** An arrow function with an expression for its body has it as a `return`. */
  readonly isExpression?: boolean;
}

export interface IrClass extends At {
  readonly name: string;
  readonly nameAt: Place;
  readonly bases: readonly Expression[];
  readonly decorators: readonly Expression[];
  /** Methods are `function` statements, fields are `assign` statements to a name. */
  readonly body: readonly Statement[];
}

/** One file, lowered. */
export interface IrModule {
  readonly path: string;
  readonly text: string;
  /** The text with the words of comments blanked, same length; absent where nobody made it. */
  readonly code?: string;
  readonly language: string;
  readonly body: readonly Statement[];
  /** Places that did not parse; what stands there is not in `body`. */
  readonly faults: readonly Place[];
}
