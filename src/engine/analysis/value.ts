import type { Constant, Expression, IrClass, IrFunction, Place } from './ir.ts';
import type { SinkKind, SourceKind } from './flow-kinds.ts';

/** One step of data on its way, newest last; a linked list, so that sharing a prefix costs nothing. */
export interface Step {
  readonly path: string;
  readonly at: Place;
  readonly message: string;
  readonly before: Step | undefined;
  readonly length: number;
}

/** Data from one source, as it is at one place. */
export interface Taint {
  /** Identifies the source: the same expression read twice is one source. */
  readonly source: string;
  readonly kind: SourceKind;
  /** "the query string", "the parameter 'name'". */
  readonly what: string;
  /** Position of the parameter, for `parameter` sources of the function under analysis; else -1. */
  readonly parameter: number;
  /** Kinds of sink for which it has been made safe. */
  readonly safeFor: readonly SinkKind[] | 'all';
  readonly steps: Step;
}

/** A part of a text: known words, or a value that fills a hole. */
export type TextPart = string | Value;

/**
 * What is known of a value. Immutable: every field that is absent says "not known", never "not so".
 */
export interface Value {
  /** Present (in an object, since `undefined` is a constant too) when the value is one constant. */
  readonly constant?: { readonly value: Constant };
  /** The text, when it was put together in a way that shows: known words and holes, in order. */
  readonly parts?: readonly TextPart[];
  /** Qualified name of what this is: `os.system`, `flask.request.args`, `db.Cursor`, `hashlib.md5()`. */
  readonly name?: string;
  /** Where it comes from. Empty is "from nowhere that the tables or parameters name". */
  readonly taints: readonly Taint[];
  /** Items and properties by key; positions of sequences as decimal numbers. */
  readonly fields?: ReadonlyMap<string, Value>;
  /** Whether `fields` has them all (a literal that nothing unknown was added to). */
  readonly isClosed?: boolean;
  readonly form?: 'list' | 'tuple' | 'set' | 'record' | 'object';
  readonly function?: FunctionValue;
  readonly class?: ClassValue;
  /**
   * Facts that hold of it, by the call that established them: `os.path.realpath`, `os.path.basename`. A value that went
   * through something else afterwards has lost them.
   */
  readonly traits: readonly string[];
  /** One of some constants that the code names: nothing from outside is in it. A `constant` is fixed, too. */
  readonly isFixed?: boolean;
  /** Identifies the parameter of a function under analysis that this is, unchanged. */
  readonly parameter?: string;
  /**
   * What it is of the data it was computed from: an item (`text.split()[0]`) says little of the whole, an attribute of what
   * was parsed (`urlparse(address).netloc`) says where it leads.
   */
  readonly part?: 'item' | 'member';
  /** A number, a boolean: cannot carry syntax of another language. */
  readonly isNumeric?: boolean;
  /** Text in a place of its own, as an array has it: calls that are handed it may write there. */
  readonly isStorage?: boolean;
  /** The test whose outcome it is. */
  readonly test?: Expression;
  /** Innermost expression that made it. */
  readonly origin?: Expression;
}

/** A function of the scanned files, with what it captured. */
export interface FunctionValue {
  readonly function: IrFunction;
  /** File it stands in. */
  readonly path: string;
  /** The object it is bound to. */
  readonly self?: Value;
  /** Class it belongs to. */
  readonly owner?: ClassValue;
}

export interface ClassValue {
  readonly class: IrClass;
  readonly path: string;
  /** Qualified names of the bases, as far as known. */
  readonly bases: readonly string[];
}
