import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import type { SyntaxTree } from '#engine/syntax/tree.ts';

export type LowerExpression = (context: Lowering, node: number) => Expression;
/** Appends what a node gives where statements stand. */
export type LowerStatement = (context: Lowering, node: number, into: Statement[]) => void;

/** The parts of the lowering, which call each other through this table, by type of node. */
export interface Lowerers {
  readonly expressions: Readonly<Record<string, LowerExpression>>;
  readonly otherExpression: LowerExpression;
  readonly statements: Readonly<Record<string, LowerStatement>>;
  readonly otherStatement: LowerStatement;
  readonly function: (context: Lowering, node: number) => IrFunction;
}

/** What a file says of a type of its own; methods stand outside of it and are gathered. */
export interface ClassDraft {
  readonly name: string;
  nameAt: Place;
  at: Place;
  readonly bases: Expression[];
  readonly body: Statement[];
}

/** What the function around a statement gives back. */
export interface Results {
  /** Names of named results. */
  readonly names: readonly string[];
  /** The last result says what went wrong. */
  readonly hasError: boolean;
}

/** One tree on its way to the intermediate form. */
export interface Lowering {
  readonly tree: SyntaxTree;
  readonly lower: Lowerers;
  /** Levels of expressions and statements that are open. */
  depth: number;
  /** The value of `iota`, inside of a constant declaration. */
  iota: number | undefined;
  results: Results;
  /** Names of errors that are known not to be nil here. */
  readonly failed: string[];
  /** Name of what `break` without a label leaves, where that is no loop and no switch of the intermediate form. */
  breakLabel: string | undefined;
  /** Types of the file, and those of which it has methods. */
  readonly classes: Map<string, ClassDraft>;
  /** Type of a node by its name; of signs and keywords their text. */
  readonly type: (node: number) => string;
  readonly field: (node: number) => string;
  /** First node after everything below `node`. */
  readonly next: (node: number) => number;
  readonly place: (node: number) => Place;
  readonly source: (node: number) => string;
  /** Children that are neither signs nor comments. */
  readonly children: (node: number) => number[];
  /** First child that fills a field; -1 for none. */
  readonly child: (node: number, field: string) => number;
  /** First child that is neither sign nor comment; -1 for none. */
  readonly first: (node: number) => number;
  readonly expression: (node: number) => Expression;
  /** The expression in a field, or one of which nothing is known. */
  readonly part: (node: number, field: string) => Expression;
  readonly statement: (node: number, into: Statement[]) => void;
  /** Statements of a block, a case or a file. */
  readonly statements: (node: number) => Statement[];
}

/** Most names that are kept of a part that is nested too deeply. */
const NAMES_KEPT = 64;

/** Opens a tree for lowering. */
export function openLowering(tree: SyntaxTree, lower: Lowerers): Lowering {
  const { text, types, fields, starts, ends, next, size, typeNames, fieldNames, isNamed } = tree;
  const pick = <T>(table: Readonly<Record<string, T>>): (T | undefined)[] =>
    typeNames.map((name, type) => (isNamed[type] !== false && Object.hasOwn(table, name) ? table[name] : undefined));
  const expressions = pick(lower.expressions);
  const statements = pick(lower.statements);

  const type = (node: number): string => typeNames[types[node] ?? 0] ?? '';
  const field = (node: number): string => fieldNames[fields[node] ?? 0] ?? '';
  const nextOf = (node: number): number => next[node] ?? size;
  const place = (node: number): Place => ({ start: starts[node] ?? 0, end: ends[node] ?? 0 });
  const source = (node: number): string => text.slice(starts[node] ?? 0, ends[node] ?? 0);
  const isPart = (node: number): boolean => isNamed[types[node] ?? 0] !== false && type(node) !== 'comment';

  /** A part too deep to be read: what it names still counts. */
  const tooDeep = (node: number): Expression => {
    const names = new Map<string, Expression>();
    const end = nextOf(node);
    for (let at = node; at < end && names.size < NAMES_KEPT; at += 1) {
      if (type(at) !== 'identifier') continue;
      const name = source(at);
      names.set(name, { kind: 'name', name, at: place(at) });
    }
    return { kind: 'unknown', parts: [...names.values()], at: place(node) };
  };

  const context: Lowering = {
    tree,
    lower,
    depth: 0,
    iota: undefined,
    results: { names: [], hasError: false },
    failed: [],
    breakLabel: undefined,
    classes: new Map(),
    type,
    field,
    next: nextOf,
    place,
    source,
    children: (node) => {
      const found: number[] = [];
      const end = nextOf(node);
      for (let at = node + 1; at < end; at = nextOf(at)) if (isPart(at)) found.push(at);
      return found;
    },
    child: (node, wanted) => {
      const end = nextOf(node);
      for (let at = node + 1; at < end; at = nextOf(at)) if (field(at) === wanted && type(at) !== 'comment') return at;
      return -1;
    },
    first: (node) => {
      const end = nextOf(node);
      for (let at = node + 1; at < end; at = nextOf(at)) if (isPart(at)) return at;
      return -1;
    },
    expression: (node) => {
      if (context.depth >= MAX_DEPTH) return tooDeep(node);
      context.depth += 1;
      const lowered = (expressions[types[node] ?? 0] ?? lower.otherExpression)(context, node);
      context.depth -= 1;
      return lowered;
    },
    part: (node, wanted) => {
      const child = context.child(node, wanted);
      return child < 0 ? { kind: 'unknown', parts: [], at: place(node) } : context.expression(child);
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
    statements: (node) => {
      const into: Statement[] = [];
      for (const child of context.children(node)) context.statement(child, into);
      return into;
    },
  };
  return context;
}
