import type { CompareExpression, Expression, UnaryOperator } from '#engine/analysis/ir.ts';
import { readTypeDescriptor } from './declared-type.ts';
import { lowerLambda } from './functions.ts';
import {
  childOf,
  type ExpressionRule,
  kindOf,
  type Lowering,
  lowerExpression,
  operatorOf,
  partsOf,
  placeOf,
  sourceOf,
  unknownAt,
} from './lowering.ts';

const COMPARE: Readonly<Record<string, CompareExpression['operator']>> = {
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  not_eq: '!=',
};
const LOGICAL: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', '||': 'or', and: 'and', or: 'or' };
const UNARY: Readonly<Record<string, UnaryOperator>> = {
  '!': 'not',
  not: 'not',
  '-': 'minus',
  '+': 'plus',
  '~': 'invert',
};

const name: ExpressionRule = (lowering, node) => ({
  kind: 'name',
  name: sourceOf(lowering, node).replaceAll(/\s+/g, '').slice(0, 200),
  at: placeOf(lowering, node),
});

const first: ExpressionRule = (lowering, node) => lowerExpression(lowering, partsOf(lowering, node)[0] ?? -1);

function field(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const argument = lowerExpression(lowering, childOf(lowering, node, 'argument'));
  const property = sourceOf(lowering, childOf(lowering, node, 'field'));
  const isArrow = operatorOf(lowering, node) === '->';
  const object: Expression = isArrow
    ? { kind: 'unary', operator: 'deref', operand: argument, at: argument.at }
    : argument;
  return { kind: 'member', object, property, at };
}

/** Operands of one chain of operators, which are lowered from the left without recursion. */
function binary(lowering: Lowering, node: number): Expression {
  const chain: number[] = [];
  let at = node;
  while (at >= 0 && kindOf(lowering, at) === 'binary_expression') {
    chain.push(at);
    at = childOf(lowering, at, 'left');
  }
  let left = lowerExpression(lowering, at);
  for (const one of chain.reverse()) {
    const operator = operatorOf(lowering, one);
    const right = lowerExpression(lowering, childOf(lowering, one, 'right'));
    const place = placeOf(lowering, one);
    const compare = COMPARE[operator];
    const logical = LOGICAL[operator];
    if (compare !== undefined) left = { kind: 'compare', operator: compare, left, right, at: place };
    else if (logical !== undefined) left = { kind: 'logical', operator: logical, left, right, at: place };
    else left = { kind: 'binary', operator, left, right, at: place };
  }
  return left;
}

function argumentsOf(lowering: Lowering, node: number): { readonly value: Expression }[] {
  return node < 0 ? [] : partsOf(lowering, node).map((part) => ({ value: lowerExpression(lowering, part) }));
}

const CASTS = /^(?:static|reinterpret|const|dynamic)_cast\s*</;

function call(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const callee = childOf(lowering, node, 'function');
  const given = argumentsOf(lowering, childOf(lowering, node, 'arguments'));
  const written =
    callee < 0 ? '' : lowering.text.slice(lowering.tree.starts[callee], (lowering.tree.starts[callee] ?? 0) + 24);
  if (CASTS.test(written)) {
    const operand = given[0]?.value ?? unknownAt(at);
    const type = partsOf(lowering, callee).at(-1) ?? -1;
    const inner = partsOf(lowering, type)[0] ?? -1;
    return { kind: 'cast', type: readTypeDescriptor(lowering, inner), operand, at };
  }
  if (kindOf(lowering, callee) === 'primitive_type') {
    return { kind: 'cast', type: { name: sourceOf(lowering, callee) }, operand: given[0]?.value ?? unknownAt(at), at };
  }
  return { kind: 'call', callee: lowerExpression(lowering, callee), arguments: given, at };
}

function assignment(lowering: Lowering, node: number): Expression {
  const operator = operatorOf(lowering, node);
  return {
    kind: 'assignment',
    target: lowerExpression(lowering, childOf(lowering, node, 'left')),
    value: lowerExpression(lowering, childOf(lowering, node, 'right')),
    ...(operator.length > 1 && { operator: operator.slice(0, -1) }),
    at: placeOf(lowering, node),
  };
}

function update(lowering: Lowering, node: number): Expression {
  const operand = childOf(lowering, node, 'argument');
  const isPostfix = (lowering.tree.starts[operand] ?? 0) === (lowering.tree.starts[node] ?? 0);
  return {
    kind: 'unary',
    operator: operatorOf(lowering, node) === '++' ? 'increment' : 'decrement',
    operand: lowerExpression(lowering, operand),
    ...(isPostfix && { isPostfix: true }),
    at: placeOf(lowering, node),
  };
}

function size(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const type = childOf(lowering, node, 'type');
  if (type >= 0) {
    const read = readTypeDescriptor(lowering, type);
    // `sizeof(buffer)` is read as a type when it might be one.
    const isName =
      /^\w+$/.test(read.name) &&
      (read.pointers ?? 0) === 0 &&
      kindOf(lowering, partsOf(lowering, type)[0] ?? -1) === 'type_identifier';
    if (
      isName &&
      (read.sizes?.length ?? 0) === 0 &&
      !/^(?:struct|union|enum)\b|_t$/.test(read.name) &&
      /^[a-z_]/.test(read.name)
    )
      return {
        kind: 'unary',
        operator: 'size',
        operand: { kind: 'name', name: read.name, at: placeOf(lowering, type) },
        at,
      };
    return { kind: 'typed', form: 'size', type: read, at };
  }
  return { kind: 'unary', operator: 'size', operand: lowerExpression(lowering, childOf(lowering, node, 'value')), at };
}

function created(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const type = readTypeDescriptor(lowering, childOf(lowering, node, 'type'));
  const declarator = childOf(lowering, node, 'declarator');
  if (declarator >= 0 && kindOf(lowering, declarator) === 'new_declarator') {
    const count = childOf(lowering, declarator, 'length');
    return { kind: 'typed', form: 'allocation', type, count: lowerExpression(lowering, count), at };
  }
  const given = childOf(lowering, node, 'arguments');
  if (given < 0 || partsOf(lowering, given).length === 0) return { kind: 'typed', form: 'allocation', type, at };
  return {
    kind: 'call',
    callee: { kind: 'name', name: type.name, at },
    arguments: argumentsOf(lowering, given),
    isNew: true,
    at,
  };
}

function initializer(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const parts = partsOf(lowering, node);
  if (!parts.some((part) => kindOf(lowering, part) === 'initializer_pair'))
    return { kind: 'sequence', form: 'list', items: parts.map((part) => lowerExpression(lowering, part)), at };
  const entries = parts.map((part) => {
    if (kindOf(lowering, part) !== 'initializer_pair') return { value: lowerExpression(lowering, part) };
    const designator = childOf(lowering, part, 'designator');
    const key = sourceOf(lowering, designator).replace(/^\./, '');
    return {
      key: { kind: 'literal', value: key, at: placeOf(lowering, designator) } as const,
      value: lowerExpression(lowering, childOf(lowering, part, 'value')),
    };
  });
  return { kind: 'record', entries, at };
}

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier: name,
  field_identifier: name,
  type_identifier: name,
  qualified_identifier: name,
  template_function: (lowering, node) => lowerExpression(lowering, childOf(lowering, node, 'name')),
  this: name,
  parenthesized_expression: first,
  condition_clause: (lowering, node) => lowerExpression(lowering, childOf(lowering, node, 'value')),
  field_expression: field,
  subscript_expression: (lowering, node) => {
    const list = childOf(lowering, node, 'indices');
    const index = list >= 0 ? (partsOf(lowering, list)[0] ?? -1) : childOf(lowering, node, 'index');
    return {
      kind: 'index',
      object: lowerExpression(lowering, childOf(lowering, node, 'argument')),
      index: lowerExpression(lowering, index),
      at: placeOf(lowering, node),
    };
  },
  pointer_expression: (lowering, node) => ({
    kind: 'unary',
    operator: operatorOf(lowering, node) === '*' ? 'deref' : 'address',
    operand: lowerExpression(lowering, childOf(lowering, node, 'argument')),
    at: placeOf(lowering, node),
  }),
  unary_expression: (lowering, node) => {
    const operand = lowerExpression(lowering, childOf(lowering, node, 'argument'));
    const operator = UNARY[operatorOf(lowering, node)] ?? 'plus';
    const at = placeOf(lowering, node);
    if (operator === 'minus' && operand.kind === 'literal' && typeof operand.value === 'number')
      return { kind: 'literal', value: -operand.value, at };
    return { kind: 'unary', operator, operand, at };
  },
  update_expression: update,
  binary_expression: binary,
  assignment_expression: assignment,
  call_expression: call,
  cast_expression: (lowering, node) => ({
    kind: 'cast',
    type: readTypeDescriptor(lowering, childOf(lowering, node, 'type')),
    operand: lowerExpression(lowering, childOf(lowering, node, 'value')),
    at: placeOf(lowering, node),
  }),
  conditional_expression: (lowering, node) => ({
    kind: 'conditional',
    test: lowerExpression(lowering, childOf(lowering, node, 'condition')),
    then: lowerExpression(lowering, childOf(lowering, node, 'consequence')),
    otherwise: lowerExpression(lowering, childOf(lowering, node, 'alternative')),
    at: placeOf(lowering, node),
  }),
  sizeof_expression: size,
  // The last one is what it is worth.
  comma_expression: (lowering, node) => ({
    kind: 'sequence',
    form: 'tuple',
    items: partsOf(lowering, node).map((part) => lowerExpression(lowering, part)),
    at: placeOf(lowering, node),
  }),
  compound_literal_expression: (lowering, node) => lowerExpression(lowering, childOf(lowering, node, 'value')),
  initializer_list: initializer,
  new_expression: created,
  lambda_expression: lowerLambda,
};
