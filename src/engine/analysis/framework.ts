import type { CallFact } from './facts.ts';
import type { SinkKind, SourceKind } from './flow-kinds.ts';
import type { MemoryTable } from './memory/memory-table.ts';

export type { SinkKind, SourceKind } from './flow-kinds.ts';

/**
 * Names a call or a value in a table.
 *
 * `os.system` is a qualified name, with imports and aliases resolved; `()` stands for the result of a call, so that
 * `sqlite3.connect().cursor().execute` follows a chain. `*.execute` is a method of that name on a receiver of unknown
 * type. `Framework.types` gives results names of their own (`db.Cursor`), which shortens the chains.
 */
export type Callee = string;

/** Which arguments: positions from 0, or keyword names; `receiver` is what the method is called on; `any` is each. */
export type ArgumentName = number | string;

export interface Source {
  /** A value (`flask.request.args`: everything below it comes from there too) or a call (`input()`). */
  readonly value: Callee;
  readonly kind: SourceKind;
  /** A noun phrase for the finding's flow: "the query string". */
  readonly what: string;
  /** In a handler whose pattern has no variable part, it is what the pattern says: the path of the request. */
  readonly isFixedByRoute?: boolean;
  /** For calls. Absent: always. */
  readonly when?: (call: CallFact) => boolean;
  /** No data itself; what unknown code makes of it is: the request as a whole. */
  readonly isCarrier?: boolean;
}

export interface Sink {
  readonly callee: Callee;
  readonly kind: SinkKind;
  /** Position and keyword name of one argument are both listed: `[0, 'sql']`. */
  readonly arguments: readonly ArgumentName[];
  /** Absent: always. Given the call with its values. */
  readonly when?: (call: CallFact) => boolean;
}

/** Assignment to a property: `element.innerHTML = …`. */
export interface PropertySink {
  /** `*.innerHTML`, `window.location`. */
  readonly property: Callee;
  readonly kind: SinkKind;
}

export interface Sanitizer {
  readonly callee: Callee;
  /** Kinds for which the result is safe. */
  readonly kinds: readonly SinkKind[] | 'all';
  readonly when?: (call: CallFact) => boolean;
}

/** How data moves through a call that is not the usual "from the arguments and the receiver into the result". */
export interface Propagator {
  readonly callee: Callee;
  readonly from: readonly ArgumentName[];
  readonly to: 'result' | 'receiver' | 'nothing' | number;
}

/** What a call writes into what its arguments point to: `strcpy(to, from)`, `fgets(to, size, file)`. */
export interface Fill {
  readonly callee: Callee;
  /** Arguments that are written to. */
  readonly to: readonly number[];
  /**
   * What is written: the argument `from`, in place of what was there or behind it; the text that the format `from` makes of
   * the arguments behind it; data from outside; something unknown. `scan`: what scanf's format `from` reads, out of the
   * argument `of` or, without one, from outside.
   */
  readonly how: 'copy' | 'append' | 'format' | 'source' | 'scan' | 'unknown';
  readonly from?: number;
  readonly of?: number;
  /** Kinds of sink for which what is written is safe. */
  readonly safeFor?: readonly SinkKind[] | 'all';
  /** For what comes from outside: where from. */
  readonly kind?: SourceKind;
  readonly what?: string;
  /** Absent: always. */
  readonly when?: (call: CallFact) => boolean;
}

/** A test that makes data safe where it holds. */
export interface Guard {
  readonly callee: Callee;
  /** What is tested. */
  readonly argument: ArgumentName;
  /** The outcome at which the data is safe. */
  readonly when: boolean;
  readonly kinds: readonly SinkKind[] | 'all';
  /** What is tested must be the result of one of these calls: a prefix test proves nothing of a path with `..` in it. */
  readonly requires?: readonly Callee[];
  /** Absent: always. */
  readonly given?: (call: CallFact) => boolean;
}

/** A function that is called from outside with what a stranger sends. */
export interface Route {
  /** Decorator (`flask.Flask.route`), or the call that registers a handler (`express.Application.get`). */
  readonly callee: Callee;
  /** Absent for a decorator: the decorated function is the handler. Else which arguments are handlers. */
  readonly handlers?: 'all-functions' | readonly number[];
  /** Whether the plain parameters of the handler hold parts of the request. */
  readonly areParametersRemote?: boolean;
  /** Types of the handler's parameters by position: `['express.Request', 'express.Response']`. */
  readonly parameterTypes?: readonly string[];
  /** What the handler returns is sent as HTML. */
  readonly returnsHtml?: boolean;
  /** Absent: always. Given the call that registers the handler. */
  readonly when?: (call: CallFact) => boolean;
}

/**
 * What a built-in call does to values, so that constants fold and texts keep their shape. The first four work on any
 * value, `text-…` on texts, `list-…` and `map-…` on what a literal made.
 */
export type Operation =
  /** The result is the argument, or the receiver, as it is: `str()`, `.encode()`, `.copy()`. */
  | 'same'
  /** A number or a boolean, without data of its argument's text; folded when the argument is constant: `int()`. */
  | 'number'
  | 'length'
  /** Depends on nothing but its arguments: of constants it makes a fixed value. */
  | 'pure'
  /** As `pure`, and undoes what made data safe: decoding, unescaping. */
  | 'restore'
  /** A new value without data of the arguments. */
  | 'fresh'
  /** `'{} {name}'.format(…)`, `'%s' % …` as a call, `', '.join(list)`, `list.join(', ')`, `a.concat(b)`. */
  | 'text-format'
  | 'text-percent'
  | 'text-join'
  /** `format(value, 'd')`: a number when the specification says so, else the value. */
  | 'format-value'
  | 'list-join'
  | 'text-concat'
  /** The receiver grows by the argument: `buffer.write(text)`. */
  | 'text-append'
  /** Path segments, joined by a slash. */
  | 'path-join'
  /** Folded when constant; else the data stays and the shape is lost. */
  | 'text-lower'
  | 'text-upper'
  | 'text-strip'
  | 'text-replace'
  /** Only where it is found first. */
  | 'text-replace-first'
  | 'text-split'
  | 'text-starts'
  | 'text-ends'
  /** 0 when two texts are the same, or begin the same (`text-compare-start`): `strcmp(a, b)`, `a.compare(b)`. */
  | 'text-compare'
  | 'text-compare-start'
  /** Nothing (null) when the text `b` is not in `a`: `strstr(a, b)`. */
  | 'text-find'
  /** How much of a text, from its beginning, is made of the characters of another: `strspn(a, allowed)`. */
  | 'text-span'
  | 'list-append'
  | 'list-extend'
  | 'list-insert'
  | 'list-pop'
  | 'list-shift'
  | 'list-remove'
  /** `map.get(key, default)`, `map.set(key, value)`, `conf.get(section, key)`, `conf.set(section, key, value)`. */
  | 'map-get'
  | 'map-set'
  | 'map-get-nested'
  | 'map-set-nested'
  | 'map-update'
  | 'map-values'
  | 'map-items'
  /** Calls its function with the items of the receiver; the result is made of what it gives back. */
  | 'each-result'
  /** Calls its function with the items of the receiver; the result is made of the receiver. */
  | 'each-same'
  /** `require('module')` and the like. */
  | 'import';

/** Knowledge about one library, as data. */
export interface Framework {
  readonly name: string;
  /** Other names of the same thing: `flask.globals.request` is `flask.request`. Longest match wins. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What a bare name means in a file that does not bind it: `request` is `flask.request`. For fragments. */
  readonly implicit?: Readonly<Record<string, string>>;
  /** Type of a value by its name: `sqlite3.connect()` is a `db.Connection`, `db.Connection.cursor()` a `db.Cursor`. */
  readonly types?: Readonly<Record<string, string>>;
  /** Type of a parameter by its name, where the file gives none: `cursor` is a `db.Cursor`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Type of a parameter by its annotation: `fastapi.Request`. Absent: the annotation's own name is the type. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Built-in calls that the evaluator can follow. */
  readonly operations?: Readonly<Record<Callee, Operation>>;
  /**
   * Types that are plain data: values of type `number` carry no text. Keys are annotations' names; used for parameters.
   */
  readonly plainTypes?: Readonly<Record<string, 'number' | 'text' | 'data'>>;
  /** Calls that do not return: what stands behind them is not reached. */
  readonly exits?: readonly Callee[];
  /** Matches the name of a function that does not return, whose code is not at hand: `error_msg_and_die`. */
  readonly exitNames?: RegExp;
  readonly sources?: readonly Source[];
  readonly sinks?: readonly Sink[];
  readonly propertySinks?: readonly PropertySink[];
  readonly sanitizers?: readonly Sanitizer[];
  readonly propagators?: readonly Propagator[];
  readonly fills?: readonly Fill[];
  readonly guards?: readonly Guard[];
  /** What the language and its library do to memory, if it has pointers. One table of a language has it. */
  readonly memory?: MemoryTable;
  readonly routes?: readonly Route[];
  /** Base classes whose methods are routes: `django.views.View`; method names or `any`. */
  readonly routeClasses?: readonly {
    readonly base: Callee;
    readonly methods: readonly string[] | 'any';
    readonly areParametersRemote?: boolean;
    readonly parameterTypes?: readonly string[];
    readonly returnsHtml?: boolean;
  }[];
}
