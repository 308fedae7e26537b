import type { FunctionFact, RouteFact, SinkFact } from '../facts.ts';
import type { SinkKind } from '../flow-kinds.ts';
import type { FrontEnd } from '../front-end.ts';
import type { CallExpression, Expression, IrClass, IrFunction, Place, Statement } from '../ir.ts';
import type { Knowledge } from '../knowledge.ts';
import type { FunctionValue, Value } from '../value.ts';
import type { Environment } from './environment.ts';
import type { Outcome, Promises } from './promises.ts';
import type { Recorder } from './recorder.ts';

/** Where `break` and `continue` of one loop or switch lead. */
export interface Exit {
  readonly label: string | undefined;
  readonly isLoop: boolean;
  /** What it is laid over, and what one round of a loop is laid over. */
  readonly base: Environment;
  entry: Environment;
  readonly breaks: Environment[];
  readonly continues: Environment[];
}

/** What callers need of a function that has been evaluated. */
export interface Summary {
  /** With the function's own parameters as sources. */
  readonly returned: Value;
  /** Sinks that data of a parameter reaches. */
  readonly hits: readonly SinkFact[];
  readonly outputs: ReadonlyMap<number, Value>;
  readonly promises: Promises;
}

/** What callers pass for one parameter, over all calls that were seen. */
export interface Passed {
  calls: number;
  /** Nothing but constants. */
  areFixed: boolean;
  /** Kinds of sink that everything that was passed is safe for; unknown before the first call. */
  safeFor: 'all' | readonly SinkKind[];
}

/** A function of the scanned files and what is known of it so far. */
export interface FunctionUnit {
  readonly function: IrFunction;
  readonly machine: Machine;
  readonly closure: Environment;
  readonly owner: ClassUnit | undefined;
  readonly fact: FunctionFact & {
    route: RouteFact | undefined;
    readonly returns: { readonly value: Value; readonly at: Place }[];
    readonly decorators: FunctionFact['decorators'][number][];
  };
  /** `this` of the place where it was written, for functions that have none of their own. */
  readonly outerSelf: Value | undefined;
  /** Identifies its parameters as sources. */
  readonly id: string;
  readonly passed: Passed[];
  /** What callers inside the files are known to hand to a callback. */
  readonly seeds: (Value | undefined)[];
  /** Called with items of a collection and nothing else: `seeds` are all there is. */
  isCallback: boolean;
  /** Its definition has been reached, and not only its name. */
  isDefined: boolean;
  parameterTypes: readonly string[];
  areParametersRemote: boolean;
  summary: Summary | undefined;
  isRunning: boolean;
}

/** A class of the scanned files. */
export interface ClassUnit {
  readonly class: IrClass;
  readonly path: string;
  readonly bases: readonly string[];
  readonly baseUnits: readonly ClassUnit[];
  /** Class attributes and what methods assign to their object, whichever method it was. */
  readonly fields: Map<string, Value>;
  readonly methods: Map<string, FunctionUnit>;
}

/** The function that is being evaluated. */
export interface Frame {
  environment: Environment;
  readonly unit: FunctionUnit | undefined;
  readonly self: Value | undefined;
  readonly exits: Exit[];
  /** By the place of the sink: loops and callers come to one more than once. */
  readonly hits: Map<string, SinkFact>;
  /** What its environment is laid over. */
  readonly base: Environment;
  /** Ways out of the function that were come across. */
  readonly outcomes: Outcome[];
  /** By the position of a parameter: what the function writes to where it points. */
  readonly outputs: Map<number, Value>;
  /** What a generator gives, item by item. */
  readonly yields: Value[];
  tryDepth: number;
  loopDepth: number;
  /** The call whose result the statement discards. */
  unused: Expression | undefined;
}

/** Evaluates one file; the parts of the evaluator share it and know nothing else of each other. */
export interface Machine {
  readonly path: string;
  readonly frontEnd: FrontEnd;
  readonly knowledge: Knowledge;
  readonly recorder: Recorder;
  frame: Frame;
  /** Calls of functions of the scanned files, with what is passed for each parameter. */
  readonly followed: WeakMap<
    CallExpression,
    { readonly unit: FunctionUnit; readonly passed: ReadonlyMap<number, Value> }
  >;
  /** How deep calls are followed at the moment, over all files of the program. */
  readonly nesting: { depth: number };
  /** Counts one step of work, and throws when the file has had its share. */
  readonly spend: () => void;
  readonly evaluate: (expression: Expression) => Value;
  /** As `evaluate`, for what has been evaluated: nothing in it is done a second time. */
  readonly again: (expression: Expression) => Value;
  isAgain: boolean;
  /** What calls, branches and assignments came out as the last time. */
  readonly worth: WeakMap<Expression, Value>;
  readonly run: (statements: readonly Statement[]) => void;
  /** Gives a target a value, without recording an assignment. */
  readonly store: (target: Expression, value: Value) => void;
  readonly bind: (target: Expression, value: Value, at: Place, valueAt: Place) => void;
  /** Narrows what is known to what holds when `test` came out as `outcome`. */
  readonly refine: (test: Expression, outcome: boolean) => void;
  readonly readMember: (object: Value, property: string, at: Place) => Value;
  /** What `own` is in a file beside another one that gives `name` to its neighbours. */
  readonly sharedName: (beside: string, name: string, own: string) => Value | undefined;
  /** A name that tables may know, as a value: with its source when it is one. */
  readonly named: (name: string, at: Place) => Value;
  readonly define: (definition: IrFunction, owner: ClassUnit | undefined, isDeclared?: boolean) => Value;
  readonly defineClass: (definition: IrClass) => Value;
  /** Calls a function of the scanned files through its summary; `undefined` when it cannot be followed. */
  readonly follow: (
    callee: FunctionValue,
    call: CallExpression,
    values: readonly Value[],
    self: Value | undefined,
  ) => Value | undefined;
  readonly unitOf: (definition: IrFunction) => FunctionUnit | undefined;
  readonly classUnitOf: (definition: IrClass) => ClassUnit | undefined;
  readonly importModule: (module: string) => Value;
  readonly recordSink: (sink: SinkFact) => void;
  /** The variable or property that an export gives to other files. */
  readonly exportValue: (name: string, value: Value) => void;
}
