import type { Argument, Expression, Place, Statement } from '#engine/analysis/ir.ts';
import { typeOfAnnotation } from './annotations.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  expressionFrom,
  fieldOf,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerExpressions,
  lowerFirst,
  lowerStatement,
  placeOf,
  sourceOf,
  type StatementRule,
  unknownAt,
} from './lowering.ts';

/** Statements without a body of their own. */
export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: lowerExpressionStatement,
  assignment: lowerAssignment,
  augmented_assignment: lowerAugmented,
  return_statement: lowerReturn,
  raise_statement: lowerRaise,
  assert_statement: (lowering, node, out) => {
    out.push({ kind: 'assert', test: lowerFirst(lowering, node), at: placeOf(lowering, node) });
  },
  delete_statement: lowerDelete,
  break_statement: (lowering, node, out) => {
    out.push({ kind: 'break', at: placeOf(lowering, node) });
  },
  continue_statement: (lowering, node, out) => {
    out.push({ kind: 'continue', at: placeOf(lowering, node) });
  },
  type_alias_statement: (lowering, node, out) => {
    const [target, value] = lowerExpressions(lowering, node);
    if (target === undefined || value === undefined) return;
    out.push({ kind: 'assign', targets: [target], value, at: placeOf(lowering, node) });
  },
  print_statement: lowerPrint,
  exec_statement: lowerExec,
  // These say how names are bound, or nothing at all.
  pass_statement: () => undefined,
  global_statement: () => undefined,
  nonlocal_statement: () => undefined,
};

function lowerExpressionStatement(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const items: Expression[] = [];
  let isTuple = false;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.assignment) lowerAssignment(lowering, child, out);
    else if (kind === Kind.augmentedAssignment) lowerAugmented(lowering, child, out);
    else if (kind === Kind.comma) isTuple = true;
    else if (isExpression(lowering, child)) items.push(lowerExpression(lowering, child));
  }
  const [first] = items;
  if (first === undefined) return;
  const at = placeOf(lowering, node);
  out.push({ kind: 'evaluate', value: isTuple ? { kind: 'sequence', form: 'tuple', items, at } : first, at });
}

/** `a = b = v` nests on its right, as long as somebody liked. */
function lowerAssignment(lowering: Lowering, top: number, out: Statement[]): void {
  const at = placeOf(lowering, top);
  const targets: Expression[] = [];
  let value: Expression | undefined;
  let annotation: Expression | undefined;
  let node = top;
  for (;;) {
    let inner = -1;
    const end = after(lowering, node);
    for (let child = node + 1; child < end; child = after(lowering, child)) {
      const field = fieldOf(lowering, child);
      if (field === Field.left && isExpression(lowering, child)) targets.push(lowerExpression(lowering, child));
      else if (field === Field.type) annotation = lowerExpression(lowering, child);
      else if (field === Field.right) {
        const kind = kindOf(lowering, child);
        if (kind === Kind.assignment) inner = child;
        else if (kind === Kind.augmentedAssignment) lowerStatement(lowering, child, out);
        else if (isExpression(lowering, child)) value = lowerExpression(lowering, child);
      }
    }
    if (inner < 0) break;
    node = inner;
  }
  const [first] = targets;
  if (value !== undefined || annotation === undefined) {
    out.push({ kind: 'assign', targets, value: value ?? unknownAt(lowering, node), at });
  } else if (first?.kind === 'name') {
    const type = typeOfAnnotation(annotation);
    out.push({ kind: 'declare', name: first.name, ...(type === undefined ? {} : { type }), at });
  }
  // A clause that lost its statement, `x: f()`, reads like a declaration.
  if (value === undefined && annotation?.kind === 'call') out.push({ kind: 'evaluate', value: annotation, at });
}

function lowerAugmented(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  let target: Expression | undefined;
  let value: Expression | undefined;
  let operator = '';
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const field = fieldOf(lowering, child);
    if (field === Field.operator) operator = (lowering.typeNames[lowering.types[child] ?? 0] ?? '').slice(0, -1);
    else if (field === Field.left) target = lowerExpression(lowering, child);
    else if (field === Field.right) {
      if (isExpression(lowering, child)) value = lowerExpression(lowering, child);
      // No Python has this, but the grammar reads it.
      else lowerStatement(lowering, child, out);
    }
  }
  target ??= unknownAt(lowering, node);
  value ??= unknownAt(lowering, node);
  out.push({ kind: 'assign', targets: [target], value, operator, at: placeOf(lowering, node) });
}

function lowerReturn(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const child = expressionFrom(lowering, node + 1, end);
  const at = placeOf(lowering, node);
  out.push(child < end ? { kind: 'return', value: lowerExpression(lowering, child), at } : { kind: 'return', at });
}

function lowerRaise(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const child = expressionFrom(lowering, node + 1, end);
  const at = placeOf(lowering, node);
  if (child >= end || fieldOf(lowering, child) === Field.cause) out.push({ kind: 'raise', at });
  else out.push({ kind: 'raise', value: raised(lowerExpression(lowering, child)), at });
}

/** Python 2's `raise Error, "text"`. */
function raised(value: Expression): Expression {
  if (value.kind !== 'sequence' || value.form !== 'tuple') return value;
  const [callee, ...rest] = value.items;
  if (callee === undefined || rest.length === 0) return value;
  return { kind: 'call', callee, arguments: rest.slice(0, 1).map((item) => ({ value: item })), at: value.at };
}

function lowerDelete(lowering: Lowering, node: number, out: Statement[]): void {
  const [value] = lowerExpressions(lowering, node);
  if (value === undefined) return;
  const isList = value.kind === 'sequence' && value.form === 'tuple';
  out.push({ kind: 'delete', targets: isList ? value.items : [value], at: placeOf(lowering, node) });
}

/** Python 2: `print >>file, a, b`. */
function lowerPrint(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const found: Argument[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === Kind.chevron) found.unshift({ name: 'file', value: lowerFirst(lowering, child) });
    else if (isExpression(lowering, child)) found.push({ value: lowerExpression(lowering, child) });
  }
  pushCall(lowering, node, found, out);
}

/** Python 2: `exec code in globals, locals`. */
function lowerExec(lowering: Lowering, node: number, out: Statement[]): void {
  pushCall(
    lowering,
    node,
    lowerExpressions(lowering, node).map((value) => ({ value })),
    out,
  );
}

function pushCall(lowering: Lowering, node: number, found: readonly Argument[], out: Statement[]): void {
  const at = placeOf(lowering, node);
  const word: Place = placeOf(lowering, node + 1);
  const callee: Expression = { kind: 'name', name: sourceOf(lowering, node + 1), at: word };
  out.push({ kind: 'evaluate', value: { kind: 'call', callee, arguments: found, at }, at });
}
