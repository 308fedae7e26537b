import type { Argument, Expression, Statement, SwitchCase } from '#engine/analysis/ir.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  type ExpressionRule,
  expressionFrom,
  fieldOf,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerExpressions,
  lowerFirst,
  placeOf,
  sourceOf,
  unknownAt,
} from './lowering.ts';
import { lowerDottedName } from './operators.ts';
import { lowerSuite } from './suites.ts';

/** Patterns of a `case` that are not expressions as well. */
export const patternRules: Readonly<Record<string, ExpressionRule>> = {
  case_pattern: lowerCasePattern,
  dotted_name: lowerDottedName,
  class_pattern: lowerClassPattern,
  union_pattern: (lowering, node) => ({
    kind: 'unknown',
    parts: alternativesOf(lowering, node),
    at: placeOf(lowering, node),
  }),
  complex_pattern: (lowering, node) => ({
    kind: 'unknown',
    parts: lowerExpressions(lowering, node),
    at: placeOf(lowering, node),
  }),
};

export function lowerMatch(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const subjects: Expression[] = [];
  const cases: SwitchCase[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (fieldOf(lowering, child) === Field.subject) subjects.push(lowerExpression(lowering, child));
    else if (kindOf(lowering, child) === Kind.block) addCases(lowering, child, cases);
    else if (kindOf(lowering, child) === Kind.caseClause) cases.push(lowerCase(lowering, child));
  }
  const subject = joined(subjects) ?? unknownAt(lowering, node);
  out.push({ kind: 'switch', subject, cases, at: placeOf(lowering, node) });
}

function addCases(lowering: Lowering, block: number, cases: SwitchCase[]): void {
  const end = after(lowering, block);
  for (let child = block + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === Kind.caseClause) cases.push(lowerCase(lowering, child));
  }
}

function joined(items: readonly Expression[]): Expression | undefined {
  const [first] = items;
  if (first === undefined || items.length === 1) return first;
  return { kind: 'sequence', form: 'tuple', items, at: { start: first.at.start, end: items.at(-1)?.at.end ?? 0 } };
}

function lowerCase(lowering: Lowering, node: number): SwitchCase {
  const end = after(lowering, node);
  const written: number[] = [];
  let guard: Expression | undefined;
  const body: Statement[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.casePattern) written.push(child);
    else if (kind === Kind.ifClause) guard = lowerFirst(lowering, child);
    else if (kind === Kind.block) lowerSuite(lowering, child, body);
  }
  const patterns = patternsOf(lowering, written);
  return { patterns, ...(guard === undefined ? {} : { guard }), body, fallsThrough: false };
}

function patternsOf(lowering: Lowering, written: readonly number[]): readonly Expression[] {
  const [first] = written;
  if (first === undefined) return [];
  if (written.length > 1) {
    const whole = joined(written.map((node) => lowerExpression(lowering, node)));
    return whole === undefined ? [] : [whole];
  }
  const inner = first + 1;
  const kind = kindOf(lowering, inner);
  // The wildcard is the default.
  if (kind === Kind.underscore || sourceOf(lowering, first) === '_') return [];
  return kind === Kind.unionPattern ? alternativesOf(lowering, inner) : [lowerExpression(lowering, first)];
}

function alternativesOf(lowering: Lowering, node: number): Expression[] {
  const end = after(lowering, node);
  const found: Expression[] = [];
  let minus = -1;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.minus) minus = lowering.starts[child] ?? 0;
    else if (kind === Kind.underscore || isExpression(lowering, child)) {
      const value = kind === Kind.underscore ? wildcardAt(lowering, child) : lowerExpression(lowering, child);
      found.push(minus < 0 ? value : negative(value, minus));
      minus = -1;
    }
  }
  return found;
}

function negative(operand: Expression, start: number): Expression {
  return { kind: 'unary', operator: 'minus', operand, at: { start, end: operand.at.end } };
}

function wildcardAt(lowering: Lowering, node: number): Expression {
  return { kind: 'name', name: '_', at: placeOf(lowering, node) };
}

function lowerCasePattern(lowering: Lowering, node: number): Expression {
  return alternativesOf(lowering, node)[0] ?? unknownAt(lowering, node);
}

/** `Point(x, y=0)` reads like the call that makes what it matches. */
function lowerClassPattern(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  const name = expressionFrom(lowering, node + 1, end);
  if (name >= end) return unknownAt(lowering, node);
  const found: Argument[] = [];
  for (let child = after(lowering, name); child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) !== Kind.casePattern) continue;
    const inner = child + 1;
    if (kindOf(lowering, inner) === Kind.keywordPattern) found.push(lowerKeywordPattern(lowering, inner));
    else found.push({ value: lowerExpression(lowering, child) });
  }
  return {
    kind: 'call',
    callee: lowerExpression(lowering, name),
    arguments: found,
    at: placeOf(lowering, node),
  };
}

function lowerKeywordPattern(lowering: Lowering, node: number): Argument {
  const [value] = alternativesOf(lowering, node).slice(1);
  return { name: sourceOf(lowering, node + 1), value: value ?? unknownAt(lowering, node) };
}
