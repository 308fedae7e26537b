import type { MemoryTable } from './memory/memory-table.ts';
import type {
  Argument,
  CallExpression,
  CompareExpression,
  Expression,
  Handler,
  IrClass,
  IrFunction,
  IrModule,
  Place,
  Statement,
} from './ir.ts';
import type { SinkKind } from './flow-kinds.ts';
import type { Taint, Value } from './value.ts';

/** One call, as it was evaluated: dead code has none. */
export interface CallFact {
  readonly expression: CallExpression;
  readonly path: string;
  readonly at: Place;
  /**
   * Names of what is called, most specific first: `sqlite3.connect`, then `*.connect`. Empty when nothing is known.
   *
   * A function of the scanned files has its own name, and `function` is set.
   */
  readonly names: readonly string[];
  /** What a method is called on. */
  readonly receiver: Value | undefined;
  readonly arguments: readonly ArgumentFact[];
  readonly result: Value;
  /** The function around it; `undefined` at the top level. */
  readonly within: FunctionFact | undefined;
  /** Value of an argument by position or by keyword, the first of `names` that is there; spread ones are not counted. */
  readonly argument: (...names: readonly (number | string)[]) => Value | undefined;
  /** Whether an argument is given by one of these positions or keywords. */
  readonly has: (...names: readonly (number | string)[]) => boolean;
  /** Whether `*args`, `**kwargs` or `...rest` may hold further arguments. */
  readonly hasSpread: boolean;
  /** The key of `object[key](…)`, when the callee is such a look-up. */
  readonly calleeKey: Value | undefined;
  /** The statement it stands in discards its result. */
  readonly isResultUnused: boolean;
  /** Stands in the body of a `try`, or in a loop. */
  readonly isInTry: boolean;
  readonly isInLoop: boolean;
}

export interface ArgumentFact {
  readonly argument: Argument;
  readonly value: Value;
}

/** Data reached a sink. One per sink and argument, with every source that gets there. */
export interface SinkFact {
  readonly kind: SinkKind;
  /** The call or assignment. */
  readonly call: CallFact | undefined;
  readonly path: string;
  readonly at: Place;
  /** Name of the callee or property that made it a sink, as the table has it. */
  readonly callee: string;
  /** Place of the argument. */
  readonly argumentAt: Place;
  readonly value: Value;
  /** Sources that have not been made safe for this kind, those that arrive through callers included. */
  readonly taints: readonly Taint[];
  readonly within: FunctionFact | undefined;
}

/** One function of the file. */
export interface FunctionFact {
  readonly function: IrFunction;
  readonly path: string;
  readonly class: IrClass | undefined;
  /** The function around it. */
  readonly outer: FunctionFact | undefined;
  /** Qualified names of its decorators, calls without their `()`. */
  readonly decorators: readonly { readonly name: string; readonly at: Place; readonly call: CallFact | undefined }[];
  /** Whether requests reach it directly, and the call or decorator that says so. */
  readonly route: RouteFact | undefined;
  /** Values given back, each with its place; dead ones are left out. */
  readonly returns: readonly { readonly value: Value; readonly at: Place }[];
}

export interface RouteFact {
  /** Table's name of the decorator or call. */
  readonly callee: string;
  /** Constant path, when one is given. */
  readonly pattern: string | undefined;
  /** Upper case; empty when the route does not say. */
  readonly methods: readonly string[];
  readonly registration: CallFact | undefined;
  readonly returnsHtml: boolean;
}

/** An assignment whose target has a name: `app.debug = True`, `DEBUG = True`, `config['SECRET_KEY'] = 'x'`. */
export interface AssignmentFact {
  /** Qualified name of the target (`ssl.SSLContext.verify_mode`); a plain variable has its own name. */
  readonly name: string;
  /** Last part of the target as written: the variable, property or constant key. */
  readonly property: string;
  readonly target: Expression;
  /** The object of a property or item; the key of an item that is not constant. */
  readonly object: Value | undefined;
  readonly key: Value | undefined;
  readonly value: Value;
  readonly at: Place;
  readonly valueAt: Place;
  readonly within: FunctionFact | undefined;
}

/** A comparison, as it was evaluated. */
export interface CompareFact {
  readonly expression: CompareExpression;
  readonly at: Place;
  readonly left: Value;
  readonly right: Value;
  readonly within: FunctionFact | undefined;
}

/** `object[index]` with an index that is not constant. */
export interface IndexFact {
  readonly expression: Expression;
  readonly at: Place;
  readonly object: Value;
  readonly index: Value;
  readonly within: FunctionFact | undefined;
}

/** Everything the evaluation of one file gave. */
export interface ModuleFacts {
  readonly module: IrModule;
  readonly calls: readonly CallFact[];
  readonly sinks: readonly SinkFact[];
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly { readonly class: IrClass; readonly bases: readonly string[]; readonly at: Place }[];
  readonly assignments: readonly AssignmentFact[];
  readonly compares: readonly CompareFact[];
  /** Look-ups by a key that is not constant. */
  readonly indexes: readonly IndexFact[];
  readonly handlers: readonly {
    readonly handler: Handler;
    readonly tried: readonly Statement[];
    readonly within: FunctionFact | undefined;
  }[];
  /** Modules and names the file imports, qualified. */
  readonly imports: ReadonlySet<string>;
  /** Calls by each of their names. */
  readonly callsOf: (...names: readonly string[]) => readonly CallFact[];
  /** The file's text with the words of comments blanked, same length: a comment must not be able to switch a rule off. */
  readonly codeText: string;
  /** For languages with pointers: what its tables know of memory. */
  readonly memory?: MemoryTable;
  /** As `textAt`, with comments blanked. For whatever looks for words. */
  readonly codeAt: (at: Place) => string;
  /** Text of a place as it is. For edits. */
  readonly textAt: (at: Place) => string;
}
