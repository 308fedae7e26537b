import type { Expression, IrClass, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { SyntaxTree } from '#engine/syntax/tree.ts';
import { FIELD, fieldsOf } from './node-field.ts';
import { KIND, kindsOf } from './node-kind.ts';

export type LowerExpression = (context: Lowering, node: number) => Expression;
/** Appends what a node gives where statements stand. */
export type LowerStatement = (context: Lowering, node: number, into: Statement[]) => void;

/** The parts of the lowering, which call each other through this table; expressions and statements by node type. */
export interface Lowerers {
  readonly expressions: Readonly<Record<string, LowerExpression>>;
  readonly otherExpression: LowerExpression;
  readonly statements: Readonly<Record<string, LowerStatement>>;
  readonly otherStatement: LowerStatement;
  readonly function: (context: Lowering, node: number, decorators: readonly Expression[]) => IrFunction;
  readonly class: (context: Lowering, node: number, decorators: readonly Expression[]) => IrClass;
  /** Appends the statements in neighbours that do not all parse. */
  readonly broken: (context: Lowering, nodes: readonly number[], into: Statement[]) => void;
}

/** One tree on its way to the intermediate form: the tree with its types resolved to numbers, and how deep we are. */
export interface Lowering {
  readonly tree: SyntaxTree;
  readonly text: string;
  readonly lower: Lowerers;
  /** Levels of expressions and blocks that are open. */
  depth: number;
  /** Levels of namespaces that are open: what they export is no export of the file. */
  namespaces: number;
  readonly kind: (node: number) => number;
  readonly field: (node: number) => number;
  readonly start: (node: number) => number;
  readonly end: (node: number) => number;
  /** First node after everything below `node`. */
  readonly next: (node: number) => number;
  readonly place: (node: number) => Place;
  readonly source: (node: number) => string;
  /** First child that fills a field; -1 for none. */
  readonly child: (node: number, field: number) => number;
  /** First child that is neither sign nor comment nor error; -1 for none. */
  readonly first: (node: number) => number;
  /** Whether a keyword or sign stands directly below a node. */
  readonly has: (node: number, word: string) => boolean;
  readonly expression: (node: number) => Expression;
  /** Statements of a block, or the one statement that stands for it. */
  readonly block: (node: number) => Statement[];
  readonly statements: (node: number) => Statement[];
  /** Appends what one node gives. */
  readonly statement: (node: number, into: Statement[]) => void;
}

/** Most names that are kept of a part that is nested too deeply. */
const NAMES_KEPT = 64;

/** Opens a tree for lowering. */
export function openLowering(tree: SyntaxTree, lower: Lowerers): Lowering {
  const { text, types, fields, starts, ends, next, size } = tree;
  const kinds = kindsOf(tree.typeNames, tree.isNamed);
  const fieldIds = fieldsOf(tree.fieldNames);

  const { expressions, statements } = tablesOf(tree, lower);

  const kind = (node: number): number => kinds[types[node] ?? 0] ?? KIND.other;
  const field = (node: number): number => fieldIds[fields[node] ?? 0] ?? FIELD.none;
  const nextOf = (node: number): number => next[node] ?? size;
  const place = (node: number): Place => ({ start: starts[node] ?? 0, end: ends[node] ?? 0 });

  /** A part too deep to be read: what it names still counts. */
  const tooDeep = (node: number): Expression => {
    const names = new Map<string, Expression>();
    const end = nextOf(node);
    for (let at = node; at < end && names.size < NAMES_KEPT; at += 1) {
      if (kind(at) !== KIND.identifier) continue;
      const name = source(at);
      names.set(name, { kind: 'name', name, at: place(at) });
    }
    const parts = [...names.values()];
    return { kind: 'unknown', parts, at: place(node) };
  };
  const source = (node: number): string => text.slice(starts[node] ?? 0, ends[node] ?? 0);

  const context: Lowering = {
    tree,
    text,
    lower,
    depth: 0,
    namespaces: 0,
    kind,
    field,
    start: (node) => starts[node] ?? 0,
    end: (node) => ends[node] ?? 0,
    next: nextOf,
    place,
    source,
    child: (node, wanted) => {
      const end = nextOf(node);
      for (let at = node + 1; at < end; at = nextOf(at)) {
        if (field(at) === wanted && kind(at) !== KIND.comment) return at;
      }
      return -1;
    },
    first: (node) => {
      const end = nextOf(node);
      for (let at = node + 1; at < end; at = nextOf(at)) {
        if (kind(at) > KIND.sign || kind(at) === KIND.other) return at;
      }
      return -1;
    },
    has: (node, word) => {
      const end = nextOf(node);
      for (let at = node + 1; at < end; at = nextOf(at)) {
        if (
          kind(at) === KIND.sign &&
          ends[at] === (starts[at] ?? 0) + word.length &&
          text.startsWith(word, starts[at])
        ) {
          return true;
        }
      }
      return false;
    },
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
      if (kind(node) === KIND.block || kind(node) === KIND.staticBlock) return context.statements(node);
      const into: Statement[] = [];
      context.statement(node, into);
      return into;
    },
    statements: (node) => {
      const into: Statement[] = [];
      const nodes: number[] = [];
      let isBroken = kind(node) === KIND.error;
      const end = nextOf(node);
      for (let at = node + 1; at < end; at = nextOf(at)) {
        const found = kind(at);
        if (found === KIND.comment || (found === KIND.sign && !isBroken)) continue;
        // `name(…) { … }` outside of a class is read as a call and a block.
        if (found === KIND.error || (found === KIND.block && kind(nodes.at(-1) ?? at) === KIND.expressionStatement)) {
          isBroken = true;
        }
        nodes.push(at);
      }
      if (isBroken) lower.broken(context, nodes, into);
      else for (const at of nodes) context.statement(at, into);
      return into;
    },
  };
  return context;
}

interface Tables {
  readonly expressions: readonly (LowerExpression | undefined)[];
  readonly statements: readonly (LowerStatement | undefined)[];
}

function tablesOf({ typeNames, isNamed }: SyntaxTree, lower: Lowerers): Tables {
  const pick = <T>(table: Readonly<Record<string, T>>): (T | undefined)[] =>
    typeNames.map((name, type) => (isNamed[type] !== false && Object.hasOwn(table, name) ? table[name] : undefined));
  return { expressions: pick(lower.expressions), statements: pick(lower.statements) };
}
