import type { Expression, Handler, Statement } from '#engine/analysis/ir.ts';
import { argumentsOf } from './chains.ts';
import { lowerDeclarators } from './declarations.ts';
import {
  childOf,
  kindOf,
  type Lowering,
  lowerBody,
  lowerExpression,
  lowerStatement,
  partOf,
  partsOf,
  placeOf,
  sourceOf,
  type StatementRule,
} from './lowering.ts';
import { lowerSwitchStatement } from './switches.ts';
import { lowerType, typeNameOf, typedValue } from './declared-type.ts';

/** Everything that stands in a block, classes and methods apart. */
export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: (lowering, node, out) => {
    for (const part of partsOf(lowering, node)) lowerEvaluated(lowering, part, out);
  },
  local_variable_declaration: (lowering, node, out) => {
    lowerDeclarators(lowering, node, out, false);
  },
  block: (lowering, node, out) => {
    out.push({ kind: 'block', body: lowerBody(lowering, node), at: placeOf(lowering, node) });
  },
  if_statement: lowerIf,
  while_statement: lowerWhile,
  do_statement: lowerWhile,
  for_statement: lowerFor,
  enhanced_for_statement: lowerForEach,
  switch_expression: lowerSwitchStatement,
  try_statement: lowerTry,
  try_with_resources_statement: lowerTry,
  labeled_statement: (lowering, node, out) => {
    const [label = -1, body = -1] = partsOf(lowering, node);
    out.push({
      kind: 'label',
      name: label < 0 ? '' : sourceOf(lowering, label),
      body: lowerBody(lowering, body),
      at: placeOf(lowering, node),
    });
  },
  synchronized_statement: (lowering, node, out) => {
    const lock = partOf(lowering, node, 'parenthesized_expression');
    if (lock >= 0) out.push({ kind: 'evaluate', value: lowerExpression(lowering, lock), at: placeOf(lowering, lock) });
    out.push({
      kind: 'block',
      body: lowerBody(lowering, childOf(lowering, node, 'body')),
      at: placeOf(lowering, node),
    });
  },
  assert_statement: (lowering, node, out) => {
    const [test = -1] = partsOf(lowering, node);
    out.push({ kind: 'assert', test: lowerExpression(lowering, test), at: placeOf(lowering, node) });
  },
  return_statement: (lowering, node, out) => {
    out.push({ kind: 'return', ...valueIn(lowering, node), at: placeOf(lowering, node) });
  },
  yield_statement: (lowering, node, out) => {
    // Where the value of the `switch` is not used, there is nothing to be given to.
    out.push({
      kind: 'evaluate',
      value: lowerExpression(lowering, partsOf(lowering, node)[0] ?? -1),
      at: placeOf(lowering, node),
    });
  },
  throw_statement: (lowering, node, out) => {
    out.push({ kind: 'raise', ...valueIn(lowering, node), at: placeOf(lowering, node) });
  },
  break_statement: (lowering, node, out) => {
    out.push({ kind: 'break', ...labelIn(lowering, node), at: placeOf(lowering, node) });
  },
  continue_statement: (lowering, node, out) => {
    out.push({ kind: 'continue', ...labelIn(lowering, node), at: placeOf(lowering, node) });
  },
  explicit_constructor_invocation: (lowering, node, out) => {
    const at = placeOf(lowering, node);
    const callee: Expression = { kind: 'name', name: 'super', at };
    const given = argumentsOf(lowering, childOf(lowering, node, 'arguments'));
    out.push({ kind: 'evaluate', value: { kind: 'call', callee, arguments: given, at }, at });
  },
};

function valueIn(lowering: Lowering, node: number): { readonly value?: Expression } {
  const [value] = partsOf(lowering, node);
  return value === undefined ? {} : { value: lowerExpression(lowering, value) };
}

function labelIn(lowering: Lowering, node: number): { readonly label?: string } {
  const [label] = partsOf(lowering, node);
  return label === undefined ? {} : { label: sourceOf(lowering, label) };
}

/** An expression whose value nobody takes; assignments are statements. */
function lowerEvaluated(lowering: Lowering, node: number, out: Statement[]): void {
  const kind = kindOf(lowering, node);
  if (kind === 'switch_expression' || kind === 'ERROR') {
    lowerStatement(lowering, node, out);
    return;
  }
  const at = placeOf(lowering, node);
  let value = lowerExpression(lowering, node);
  if (value.kind !== 'assignment') {
    out.push({ kind: 'evaluate', value, at });
    return;
  }
  const { operator } = value;
  const targets: Expression[] = [];
  if (operator !== undefined) {
    out.push({ kind: 'assign', targets: [value.target], value: value.value, operator, at });
    return;
  }
  while (value.kind === 'assignment' && value.operator === undefined) {
    targets.push(value.target);
    ({ value } = value);
  }
  out.push({ kind: 'assign', targets, value, at });
}

/** Iterative over `else if`, as generated code chains hundreds. */
function lowerIf(lowering: Lowering, node: number, out: Statement[]): void {
  const heads: number[] = [];
  let at = node;
  let rest: Statement[] = [];
  for (;;) {
    heads.push(at);
    const next = childOf(lowering, at, 'alternative');
    if (next < 0) break;
    if (kindOf(lowering, next) !== 'if_statement') {
      rest = lowerBody(lowering, next);
      break;
    }
    at = next;
  }
  for (const head of heads.toReversed()) {
    rest = [
      {
        kind: 'if',
        test: lowerExpression(lowering, childOf(lowering, head, 'condition')),
        then: lowerBody(lowering, childOf(lowering, head, 'consequence')),
        otherwise: rest,
        at: placeOf(lowering, head),
      },
    ];
  }
  out.push(...rest);
}

function lowerWhile(lowering: Lowering, node: number, out: Statement[]): void {
  const test = lowerExpression(lowering, childOf(lowering, node, 'condition'));
  const isEndless = test.kind === 'literal' && test.value === true;
  const isDo = kindOf(lowering, node) === 'do_statement';
  out.push({
    kind: 'loop',
    ...(isEndless ? {} : { test }),
    ...(isDo ? { isTestedAfter: true } : {}),
    body: lowerBody(lowering, childOf(lowering, node, 'body')),
    at: placeOf(lowering, node),
  });
}

function lowerFor(lowering: Lowering, node: number, out: Statement[]): void {
  const before: Statement[] = [];
  const step: Statement[] = [];
  for (const part of partsOf(lowering, node, 'init')) {
    if (kindOf(lowering, part) === 'local_variable_declaration') lowerStatement(lowering, part, before);
    else lowerEvaluated(lowering, part, before);
  }
  for (const part of partsOf(lowering, node, 'update')) lowerEvaluated(lowering, part, step);
  const test = childOf(lowering, node, 'condition');
  out.push({
    kind: 'loop',
    ...(test < 0 ? {} : { test: lowerExpression(lowering, test) }),
    before,
    step,
    body: lowerBody(lowering, childOf(lowering, node, 'body')),
    at: placeOf(lowering, node),
  });
}

function lowerForEach(lowering: Lowering, node: number, out: Statement[]): void {
  const named = childOf(lowering, node, 'name');
  const at = placeOf(lowering, node);
  out.push({
    kind: 'for-each',
    target: {
      kind: 'name',
      name: named < 0 ? '' : sourceOf(lowering, named),
      at: named < 0 ? at : placeOf(lowering, named),
    },
    iterable: lowerExpression(lowering, childOf(lowering, node, 'value')),
    body: lowerBody(lowering, childOf(lowering, node, 'body')),
    at,
  });
}

/** `try` with what it opens, catches and always does. */
function lowerTry(lowering: Lowering, node: number, out: Statement[]): void {
  const at = placeOf(lowering, node);
  const handlers: Handler[] = [];
  let last: Statement[] = [];
  for (const part of partsOf(lowering, node)) {
    const kind = kindOf(lowering, part);
    if (kind === 'catch_clause') handlers.push(lowerHandler(lowering, part));
    else if (kind === 'finally_clause') last = lowerBody(lowering, partOf(lowering, part, 'block'));
  }
  let body = lowerBody(lowering, childOf(lowering, node, 'body'));
  const opened = childOf(lowering, node, 'resources');
  if (opened >= 0) {
    const resources = partsOf(lowering, opened).map((part) => lowerResource(lowering, part));
    body = [{ kind: 'with', resources, body, at }];
  }
  if (handlers.length === 0 && last.length === 0 && opened >= 0) out.push(...body);
  else out.push({ kind: 'try', body, handlers, otherwise: [], finally: last, at });
}

function lowerResource(lowering: Lowering, node: number): { readonly value: Expression; readonly target?: Expression } {
  const named = childOf(lowering, node, 'name');
  const value = childOf(lowering, node, 'value');
  if (named < 0 || value < 0) return { value: lowerExpression(lowering, partsOf(lowering, node)[0] ?? -1) };
  const type = childOf(lowering, node, 'type');
  const target: Expression = { kind: 'name', name: sourceOf(lowering, named), at: placeOf(lowering, named) };
  return { value: typedValue(type < 0 ? '' : typeNameOf(lowering, type), lowerExpression(lowering, value)), target };
}

function lowerHandler(lowering: Lowering, node: number): Handler {
  const parameter = partOf(lowering, node, 'catch_formal_parameter');
  const list = parameter < 0 ? -1 : partOf(lowering, parameter, 'catch_type');
  const named = parameter < 0 ? -1 : childOf(lowering, parameter, 'name');
  return {
    types: list < 0 ? [] : partsOf(lowering, list).map((type) => lowerType(lowering, type)),
    ...(named < 0 ? {} : { name: sourceOf(lowering, named) }),
    body: lowerBody(lowering, childOf(lowering, node, 'body')),
    at: placeOf(lowering, node),
  };
}
