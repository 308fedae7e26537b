import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { Expression, Place, Statement } from '#engine/analysis/ir.ts';
import { childByField, fieldOf, isNamedNode, nextOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import type { Scope, Scopes } from './scopes.ts';

/** Makes an expression of a node of one type. */
export type ExpressionRule = (lowering: Lowering, node: number) => Expression;

/** Adds the statements that a node of one type stands for. */
export type StatementRule = (lowering: Lowering, node: number, out: Statement[]) => void;

/** Rules by the names of the grammar's types. */
export interface Rules {
  readonly expressions: Readonly<Record<string, ExpressionRule>>;
  readonly statements: Readonly<Record<string, StatementRule>>;
}

/** Rules by number of a type; the same for every tree of a grammar. */
interface Tables {
  readonly expressions: readonly (ExpressionRule | undefined)[];
  readonly statements: readonly (StatementRule | undefined)[];
}

/** The lowering of one file: its tree, and where we are in it. */
export interface Lowering extends Tables {
  readonly tree: SyntaxTree;
  readonly text: string;
  readonly scopes: Scopes;
  /** Classes and functions around the place that is lowered, outermost first. */
  readonly around: Scope[];
  depth: number;
}

const known = new WeakMap<readonly string[], Tables>();

/** Begins to lower a tree. */
export function startLowering(tree: SyntaxTree, rules: Rules, scopes: Scopes): Lowering {
  let tables = known.get(tree.typeNames);
  if (tables === undefined) {
    tables = { expressions: byType(tree, rules.expressions), statements: byType(tree, rules.statements) };
    known.set(tree.typeNames, tables);
  }
  return { ...tables, tree, text: tree.text, scopes, around: [], depth: 0 };
}

function byType<Rule>(tree: SyntaxTree, rules: Readonly<Record<string, Rule>>): readonly (Rule | undefined)[] {
  return tree.typeNames.map((name, type) =>
    (tree.isNamed[type] ?? true) && Object.hasOwn(rules, name) ? rules[name] : undefined,
  );
}

export function placeOf({ tree }: Lowering, node: number): Place {
  return { start: tree.starts[node] ?? 0, end: tree.ends[node] ?? 0 };
}

export function sourceOf({ tree, text }: Lowering, node: number): string {
  return text.slice(tree.starts[node], tree.ends[node]);
}

export function kindOf({ tree }: Lowering, node: number): string {
  return typeOf(tree, node);
}

/** First child that fills a field; -1 for none. */
export function childOf({ tree }: Lowering, node: number, field: string): number {
  return childByField(tree, node, field) ?? -1;
}

/** Children that are rules of the grammar, comments left out; those of one field when it is given. */
export function partsOf({ tree }: Lowering, node: number, field?: string): number[] {
  const parts: number[] = [];
  const end = nextOf(tree, node);
  for (let child = node + 1; child < end; child = nextOf(tree, child)) {
    if (!isNamedNode(tree, child) || isComment(typeOf(tree, child))) continue;
    if (field === undefined || fieldOf(tree, child) === field) parts.push(child);
  }
  return parts;
}

/** First child of one type; -1 for none. */
export function partOf({ tree }: Lowering, node: number, type: string): number {
  const end = nextOf(tree, node);
  for (let child = node + 1; child < end; child = nextOf(tree, child)) {
    if (typeOf(tree, child) === type) return child;
  }
  return -1;
}

function isComment(type: string): boolean {
  return type === 'line_comment' || type === 'block_comment';
}

/** Text of the sign that stands directly below a node and fills the field `operator`. */
export function operatorOf(lowering: Lowering, node: number): string {
  const sign = childOf(lowering, node, 'operator');
  return sign < 0 ? '' : sourceOf(lowering, sign);
}

/** What cannot be said of a node: its value is made of its parts in an unknown way. */
export function unknownAt(at: Place, parts: readonly Expression[] = []): Expression {
  return { kind: 'unknown', parts, at };
}

/** The value of a node; -1 and what is nested too deeply are unknown. */
export function lowerExpression(lowering: Lowering, node: number): Expression {
  if (node < 0) return unknownAt({ start: 0, end: 0 });
  const rule = lowering.expressions[lowering.tree.types[node] ?? 0];
  if (lowering.depth >= MAX_DEPTH) return unknownAt(placeOf(lowering, node));
  lowering.depth += 1;
  const expression =
    rule === undefined
      ? unknownAt(
          placeOf(lowering, node),
          partsOf(lowering, node)
            .filter((part) => isExpression(lowering, part))
            .map((part) => lowerExpression(lowering, part)),
        )
      : rule(lowering, node);
  lowering.depth -= 1;
  return expression;
}

export function isExpression({ tree, expressions }: Lowering, node: number): boolean {
  return expressions[tree.types[node] ?? 0] !== undefined;
}

/** Adds the statements of a node; of what is no statement, those of its parts. */
export function lowerStatement(lowering: Lowering, node: number, out: Statement[]): void {
  const at = placeOf(lowering, node);
  if (lowering.depth >= MAX_DEPTH) {
    out.push({ kind: 'evaluate', value: unknownAt(at), at });
    return;
  }
  const rule = lowering.statements[lowering.tree.types[node] ?? 0];
  lowering.depth += 1;
  if (rule !== undefined) rule(lowering, node, out);
  else if (isExpression(lowering, node)) out.push({ kind: 'evaluate', value: lowerExpression(lowering, node), at });
  else for (const part of partsOf(lowering, node)) lowerStatement(lowering, part, out);
  lowering.depth -= 1;
}

/** The statements of a block, or the one that stands in place of it; none for -1. */
export function lowerBody(lowering: Lowering, node: number): Statement[] {
  const out: Statement[] = [];
  if (node < 0) return out;
  const kind = kindOf(lowering, node);
  if (kind === 'block' || kind === 'constructor_body') {
    for (const part of partsOf(lowering, node)) lowerStatement(lowering, part, out);
  } else lowerStatement(lowering, node, out);
  return out;
}
