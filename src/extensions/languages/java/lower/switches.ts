import type { Expression, Statement, SwitchCase } from '#engine/analysis/ir.ts';
import {
  childOf,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerStatement,
  partsOf,
  placeOf,
  sourceOf,
  type StatementRule,
} from './lowering.ts';

/** One `case`, before it is known whether a statement or a value is wanted. */
interface Arm {
  readonly patterns: readonly Expression[];
  readonly guard: Expression | undefined;
  /** Nodes that are run. */
  readonly body: readonly number[];
  readonly isRule: boolean;
}

/** A `switch` where a statement stands. */
export const lowerSwitchStatement: StatementRule = (lowering, node, out) => {
  const cases = armsOf(lowering, node).map(({ patterns, guard, body, isRule }): SwitchCase => {
    const statements: Statement[] = [];
    for (const part of body) lowerStatement(lowering, part, statements);
    return { patterns, ...(guard === undefined ? {} : { guard }), body: statements, fallsThrough: !isRule };
  });
  out.push({ kind: 'switch', subject: subjectOf(lowering, node), cases, at: placeOf(lowering, node) });
};

/** A `switch` whose value is used: a chain of choices between the values of its arms. */
export function lowerSwitchExpression(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const subject = subjectOf(lowering, node);
  let value: Expression = { kind: 'unknown', parts: [], at };
  const arms = armsOf(lowering, node);
  const fallback = arms.find(({ patterns }) => patterns.length === 0);
  if (fallback !== undefined) value = valueOf(lowering, fallback) ?? value;
  for (const arm of arms.toReversed()) {
    if (arm.patterns.length === 0) continue;
    const then = valueOf(lowering, arm);
    const test = arm.patterns
      .map((right): Expression => ({ kind: 'compare', operator: '==', left: subject, right, at: right.at }))
      .reduce((left, right) => ({ kind: 'logical', operator: 'or', left, right, at: left.at }));
    if (then !== undefined) value = { kind: 'conditional', test, then, otherwise: value, at };
  }
  return value;
}

/** What an arm gives; `undefined` when it throws. */
function valueOf(lowering: Lowering, { body }: Arm): Expression | undefined {
  const values: Expression[] = [];
  for (const node of body) collectYields(lowering, node, values, 0);
  const [only] = values;
  if (only === undefined) return undefined;
  return values.length === 1 ? only : { kind: 'unknown', parts: values, at: only.at };
}

const DEEPEST = 60;

function collectYields(lowering: Lowering, node: number, into: Expression[], depth: number): void {
  const kind = kindOf(lowering, node);
  if (depth > DEEPEST || kind === 'throw_statement' || kind === 'lambda_expression' || kind === 'class_body') return;
  if (kind === 'yield_statement' || (depth === 0 && kind === 'expression_statement')) {
    into.push(lowerExpression(lowering, partsOf(lowering, node)[0] ?? -1));
  } else for (const part of partsOf(lowering, node)) collectYields(lowering, part, into, depth + 1);
}

function subjectOf(lowering: Lowering, node: number): Expression {
  return lowerExpression(lowering, childOf(lowering, node, 'condition'));
}

function armsOf(lowering: Lowering, node: number): Arm[] {
  const arms: Arm[] = [];
  const block = childOf(lowering, node, 'body');
  if (block < 0) return arms;
  for (const part of partsOf(lowering, block)) {
    const isRule = kindOf(lowering, part) === 'switch_rule';
    const labels: number[] = [];
    const body: number[] = [];
    for (const inner of partsOf(lowering, part)) {
      if (kindOf(lowering, inner) === 'switch_label') labels.push(inner);
      else body.push(inner);
    }
    const patterns: Expression[] = [];
    let guard: Expression | undefined;
    let isDefault = false;
    for (const label of labels) {
      isDefault ||= /^default\b|,\s*default$/.test(sourceOf(lowering, label).trim());
      for (const one of partsOf(lowering, label)) {
        if (kindOf(lowering, one) === 'guard') guard = lowerExpression(lowering, partsOf(lowering, one)[0] ?? -1);
        else patterns.push(lowerPattern(lowering, one));
      }
    }
    arms.push({ patterns: isDefault ? [] : patterns, guard, body, isRule });
  }
  return arms;
}

/** A constant, or a type with a name that takes the value. */
function lowerPattern(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const kind = kindOf(lowering, node);
  if (kind === 'identifier') return { kind: 'name', name: sourceOf(lowering, node), at };
  if (kind !== 'pattern' && kind !== 'type_pattern' && kind !== 'record_pattern')
    return lowerExpression(lowering, node);
  const inner = kind === 'pattern' ? (partsOf(lowering, node)[0] ?? -1) : node;
  const named =
    inner < 0 ? undefined : partsOf(lowering, inner).findLast((part) => kindOf(lowering, part) === 'identifier');
  return named === undefined
    ? { kind: 'unknown', parts: [], at }
    : { kind: 'name', name: sourceOf(lowering, named), at: placeOf(lowering, named) };
}
