import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import { ERROR_TYPE, type SyntaxTree } from '#engine/syntax/tree.ts';
import { declaredNames, type KnownNames } from './known-names.ts';

export type LowerExpression = (context: Lowering, node: number) => Expression;
/** Appends what a node gives where statements stand. */
export type LowerStatement = (context: Lowering, node: number, into: Statement[]) => void;

/** The parts of the lowering, which call each other through this table; by node type. */
export interface Lowerers {
  readonly expressions: Readonly<Record<string, LowerExpression>>;
  readonly otherExpression: LowerExpression;
  readonly statements: Readonly<Record<string, LowerStatement>>;
  readonly otherStatement: LowerStatement;
  /** Appends the statements of neighbours, of which some may not parse. */
  readonly list: (context: Lowering, nodes: readonly number[], into: Statement[]) => void;
}

/** One tree on its way to the intermediate form, and how deep we are. */
export interface Lowering {
  readonly tree: SyntaxTree;
  readonly text: string;
  readonly isCpp: boolean;
  readonly names: KnownNames;
  /** Levels of expressions and blocks that are open. */
  depth: number;
  /** Bodies of functions that are open: what looks like a prototype there is an object made with arguments. */
  functions: number;
  /** Names of the classes that are open, outermost first. */
  classes: readonly string[];
  /** Fields that a bare name may mean here, and names that mean something nearer. */
  fields: ReadonlySet<string>;
  shadows: ReadonlySet<string>;
  /** What references of the open function stand for: `r` of `T &r = x` is `x`. */
  references: ReadonlyMap<string, string>;
  /** Enters a method of a class: from here on its fields may be named without `this`. */
  readonly openFields: (owner: string | undefined, method: number) => void;
  readonly type: (node: number) => string;
  readonly field: (node: number) => string;
  readonly start: (node: number) => number;
  readonly end: (node: number) => number;
  readonly place: (node: number) => Place;
  readonly source: (node: number) => string;
  /** First child that fills a field; -1 for none. */
  readonly child: (node: number, field: string) => number;
  /** First child of a type; -1 for none. */
  readonly childOf: (node: number, type: string) => number;
  /** Children that are rules of the grammar and no comments. */
  readonly children: (node: number) => number[];
  /** All children but comments: keywords and signs as well. */
  readonly parts: (node: number) => number[];
  /** Whether a keyword or sign stands directly below a node. */
  readonly has: (node: number, word: string) => boolean;
  readonly expression: (node: number) => Expression;
  readonly statement: (node: number, into: Statement[]) => void;
  /** Statements of a block, or the one statement that stands for it. */
  readonly block: (node: number) => Statement[];
  /** Appends the statements of neighbours, of which some may not parse. */
  readonly list: (nodes: readonly number[], into: Statement[]) => void;
  /** Methods that are written outside of their class, with its name. */
  readonly outside: Map<IrFunction, string>;
}

/** Most names that are kept of a part that is nested too deeply. */
const NAMES_KEPT = 64;
const NO_NAMES: ReadonlySet<string> = new Set();

/** Opens a tree for lowering. */
export function openLowering(tree: SyntaxTree, lower: Lowerers, names: KnownNames, isCpp: boolean): Lowering {
  const { text, types, fields, starts, ends, next, size, typeNames, isNamed, fieldNames } = tree;
  const expressions = typeNames.map((name) => own(lower.expressions, name));
  const statements = typeNames.map((name) => own(lower.statements, name));

  const type = (node: number): string => typeNames[types[node] ?? 0] ?? ERROR_TYPE;
  const nextOf = (node: number): number => next[node] ?? size;
  const place = (node: number): Place => ({ start: starts[node] ?? 0, end: ends[node] ?? 0 });
  const source = (node: number): string => text.slice(starts[node] ?? 0, ends[node] ?? 0);
  const isRule = (node: number): boolean => isNamed[types[node] ?? 0] ?? true;

  /** A part too deep to be read: what it names still counts. */
  const tooDeep = (node: number): Expression => {
    const found = new Map<string, Expression>();
    const end = nextOf(node);
    for (let at = node; at < end && found.size < NAMES_KEPT; at += 1) {
      if (type(at) !== 'identifier') continue;
      const name = source(at);
      found.set(name, { kind: 'name', name, at: place(at) });
    }
    return { kind: 'unknown', parts: [...found.values()], at: place(node) };
  };

  const find = (node: number, wanted: (child: number) => boolean): number => {
    const end = nextOf(node);
    for (let at = node + 1; at < end; at = nextOf(at)) if (wanted(at)) return at;
    return -1;
  };
  const select = (node: number, wanted: (child: number) => boolean): number[] => {
    const found: number[] = [];
    const end = nextOf(node);
    for (let at = node + 1; at < end; at = nextOf(at)) if (wanted(at)) found.push(at);
    return found;
  };

  const context: Lowering = {
    tree,
    text,
    isCpp,
    names,
    depth: 0,
    functions: 0,
    classes: [],
    fields: NO_NAMES,
    shadows: NO_NAMES,
    references: new Map(),
    openFields: (owner, method) => {
      context.fields = (owner === undefined ? undefined : names.fields.get(owner)) ?? NO_NAMES;
      context.shadows = context.fields.size === 0 ? NO_NAMES : declaredNames(tree, method);
    },
    type,
    field: (node) => fieldNames[fields[node] ?? 0] ?? '',
    start: (node) => starts[node] ?? 0,
    end: (node) => ends[node] ?? 0,
    place,
    source,
    child: (node, field) => find(node, (at) => context.field(at) === field && type(at) !== 'comment'),
    childOf: (node, wanted) => find(node, (at) => type(at) === wanted),
    children: (node) => select(node, (at) => isRule(at) && type(at) !== 'comment'),
    parts: (node) => select(node, (at) => type(at) !== 'comment'),
    has: (node, word) => find(node, (at) => !isRule(at) && type(at) === word) >= 0,
    expression: (node) => {
      if (context.depth >= MAX_DEPTH) return tooDeep(node);
      context.depth += 1;
      const lowered = (expressions[types[node] ?? 0] ?? lower.otherExpression)(context, node);
      context.depth -= 1;
      return lowered;
    },
    statement: (node, into) => {
      if (context.depth >= MAX_DEPTH) {
        into.push({ kind: 'evaluate', value: tooDeep(node), at: place(node) });
        return;
      }
      context.depth += 1;
      (statements[types[node] ?? 0] ?? lower.otherStatement)(context, node, into);
      context.depth -= 1;
    },
    block: (node) => {
      const into: Statement[] = [];
      if (type(node) === 'compound_statement') context.list(context.parts(node), into);
      else context.statement(node, into);
      return into;
    },
    list: (nodes, into) => {
      lower.list(context, nodes, into);
    },
    outside: new Map(),
  };
  return context;
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
