import type { Expression, Place, Statement } from '#engine/analysis/ir.ts';
import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { SyntaxTree } from '#engine/syntax/tree.ts';
import { fieldsOf, kindsOf } from './grammar-kinds.ts';

/** Makes an expression of a node of one type. */
export type ExpressionRule = (lowering: Lowering, node: number) => Expression;

/** Adds the statements that a node of one type stands for. */
export type StatementRule = (lowering: Lowering, node: number, out: Statement[]) => void;

/** Rules by the names of the grammar's types. */
export interface Rules {
  readonly expressions: Readonly<Record<string, ExpressionRule>>;
  readonly statements: Readonly<Record<string, StatementRule>>;
}

/** What is looked up by number of a type; the same for every tree of a grammar. */
interface Tables {
  readonly kinds: Uint8Array;
  readonly fieldKinds: Uint8Array;
  readonly expressions: readonly (ExpressionRule | undefined)[];
  readonly statements: readonly (StatementRule | undefined)[];
}

/** The lowering of one file: its tree, and where we are in it. */
export interface Lowering extends Tables {
  readonly text: string;
  readonly types: Uint16Array;
  readonly fields: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly parents: Uint32Array;
  readonly next: Uint32Array;
  readonly typeNames: readonly string[];
  depth: number;
  /** Set by a `yield` in the function that is being lowered. */
  isGenerator: boolean;
  /** Statements belong to the body of a class. */
  isInClass: boolean;
  /** Body of a function whose own is missing: what follows it, not indented, is meant. */
  openBody: Statement[] | undefined;
  /** What stands no further right than this is not part of `openBody`. */
  openColumn: number;
}

const known = new WeakMap<readonly string[], Tables>();

/** Begins to lower a tree. */
export function startLowering(tree: SyntaxTree, rules: Rules): Lowering {
  let tables = known.get(tree.typeNames);
  if (tables === undefined) {
    tables = {
      kinds: kindsOf(tree.typeNames, tree.isNamed),
      fieldKinds: fieldsOf(tree.fieldNames),
      expressions: byType(tree, rules.expressions),
      statements: byType(tree, rules.statements),
    };
    known.set(tree.typeNames, tables);
  }
  const { text, types, fields, starts, ends, parents, next, typeNames } = tree;
  return {
    ...tables,
    ...{ text, types, fields, starts, ends, parents, next, typeNames },
    ...{ depth: 0, isGenerator: false, isInClass: false, openBody: undefined, openColumn: -1 },
  };
}

function byType<Rule>(tree: SyntaxTree, rules: Readonly<Record<string, Rule>>): readonly (Rule | undefined)[] {
  return tree.typeNames.map((name, type) =>
    (tree.isNamed[type] ?? true) && Object.hasOwn(rules, name) ? rules[name] : undefined,
  );
}

export function placeOf(lowering: Lowering, node: number): Place {
  return { start: lowering.starts[node] ?? 0, end: lowering.ends[node] ?? 0 };
}

export function sourceOf(lowering: Lowering, node: number): string {
  return lowering.text.slice(lowering.starts[node], lowering.ends[node]);
}

export function kindOf(lowering: Lowering, node: number): number {
  return lowering.kinds[lowering.types[node] ?? 0] ?? 0;
}

export function fieldOf(lowering: Lowering, node: number): number {
  return lowering.fieldKinds[lowering.fields[node] ?? 0] ?? 0;
}

/** First node after everything below `node`. */
export function after(lowering: Lowering, node: number): number {
  return lowering.next[node] ?? node + 1;
}

export function isExpression(lowering: Lowering, node: number): boolean {
  return lowering.expressions[lowering.types[node] ?? 0] !== undefined;
}

/** First of the siblings from `child` on that is an expression; `end` when none is. */
export function expressionFrom(lowering: Lowering, child: number, end: number): number {
  let at = child;
  while (at < end && !isExpression(lowering, at)) at = after(lowering, at);
  return at;
}

/** What cannot be said of a node: its value is unknown. */
export function unknownAt(lowering: Lowering, node: number): Expression {
  return { kind: 'unknown', parts: [], at: placeOf(lowering, node) };
}

export function lowerExpression(lowering: Lowering, node: number): Expression {
  const rule = lowering.expressions[lowering.types[node] ?? 0];
  if (rule === undefined || lowering.depth >= MAX_DEPTH) return unknownAt(lowering, node);
  lowering.depth += 1;
  const expression = rule(lowering, node);
  lowering.depth -= 1;
  return expression;
}

/** The expressions among the children of `node`, from `child` on. */
export function lowerExpressions(lowering: Lowering, node: number, child: number = node + 1): Expression[] {
  const end = after(lowering, node);
  const items: Expression[] = [];
  for (let at = child; at < end; at = after(lowering, at)) {
    if (isExpression(lowering, at)) items.push(lowerExpression(lowering, at));
  }
  return items;
}

/** The first expression among the children of `node`. */
export function lowerFirst(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  const child = expressionFrom(lowering, node + 1, end);
  return child < end ? lowerExpression(lowering, child) : unknownAt(lowering, node);
}

/** @returns false when the node is no statement. */
export function lowerStatement(lowering: Lowering, node: number, out: Statement[]): boolean {
  const rule = lowering.statements[lowering.types[node] ?? 0];
  if (rule === undefined) return false;
  if (lowering.depth >= MAX_DEPTH) {
    out.push({ kind: 'evaluate', value: unknownAt(lowering, node), at: placeOf(lowering, node) });
    return true;
  }
  lowering.depth += 1;
  rule(lowering, node, out);
  lowering.depth -= 1;
  return true;
}
