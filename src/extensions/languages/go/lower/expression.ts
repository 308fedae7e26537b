import type { CompareExpression, Expression } from '#engine/analysis/ir.ts';
import { lowerCall } from './call.ts';
import { lowerComposite } from './composite.ts';
import { isError } from './error-names.ts';
import { decodeNumber, decodeText } from './literal.ts';
import type { LowerExpression, Lowering } from './lowering.ts';
import { typeExpression, typeName } from './type-name.ts';

const COMPARES: Readonly<Record<string, CompareExpression['operator']>> = {
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Expressions, by the type of their node. */
export const expressionLowerers: Readonly<Record<string, LowerExpression>> = {
  identifier: lowerName,
  blank_identifier: lowerName,
  field_identifier: lowerName,
  package_identifier: lowerName,
  type_identifier: lowerName,
  qualified_type: lowerType,
  nil: (context, node) => ({ kind: 'literal', value: null, at: context.place(node) }),
  true: (context, node) => ({ kind: 'literal', value: true, at: context.place(node) }),
  false: (context, node) => ({ kind: 'literal', value: false, at: context.place(node) }),
  iota: (context, node) =>
    context.iota === undefined
      ? lowerName(context, node)
      : { kind: 'literal', value: context.iota, at: context.place(node) },
  int_literal: lowerNumber,
  float_literal: lowerNumber,
  imaginary_literal: lowerUnknown,
  rune_literal: (context, node) => ({
    kind: 'literal',
    form: 'char',
    value: decodeText(context.source(node).slice(1, -1)),
    at: context.place(node),
  }),
  interpreted_string_literal: (context, node) => ({
    kind: 'literal',
    value: decodeText(context.source(node).slice(1, -1)),
    at: context.place(node),
  }),
  raw_string_literal: (context, node) => ({
    kind: 'literal',
    value: context.source(node).slice(1, -1).replaceAll('\r', ''),
    at: context.place(node),
  }),
  parenthesized_expression: lowerWrapped,
  expression_list: lowerList,
  literal_element: lowerWrapped,
  expression_statement: lowerWrapped,
  variadic_argument: (context, node) => ({
    kind: 'spread',
    value: lowerWrapped(context, node),
    at: context.place(node),
  }),
  selector_expression: (context, node) => {
    const field = context.child(node, 'field');
    const property = field < 0 ? '' : context.source(field);
    return { kind: 'member', object: context.part(node, 'operand'), property, at: context.place(node) };
  },
  index_expression: (context, node) => ({
    kind: 'index',
    object: context.part(node, 'operand'),
    index: context.part(node, 'index'),
    at: context.place(node),
  }),
  slice_expression: lowerSlice,
  call_expression: lowerCall,
  type_conversion_expression: lowerCast,
  type_assertion_expression: lowerCast,
  type_instantiation_expression: lowerWrapped,
  composite_literal: lowerComposite,
  func_literal: (context, node) => ({
    kind: 'function',
    function: context.lower.function(context, node),
    at: context.place(node),
  }),
  unary_expression: lowerUnary,
  binary_expression: lowerBinary,
};

/** A node of which only the parts are known. */
export function lowerUnknown(context: Lowering, node: number): Expression {
  const parts = context.children(node).flatMap((child) => {
    const type = context.type(child);
    return /statement$|^block$|_type$|declaration$/.test(type) ? [] : [context.expression(child)];
  });
  return { kind: 'unknown', parts, at: context.place(node) };
}

function lowerName(context: Lowering, node: number): Expression {
  return { kind: 'name', name: context.source(node), at: context.place(node) };
}

function lowerType(context: Lowering, node: number): Expression {
  return typeExpression(context, node) ?? { kind: 'unknown', parts: [], at: context.place(node) };
}

function lowerNumber(context: Lowering, node: number): Expression {
  const value = decodeNumber(context.source(node));
  const at = context.place(node);
  return value === undefined ? { kind: 'unknown', parts: [], at } : { kind: 'literal', value, at };
}

/** What only wraps its first part. */
function lowerWrapped(context: Lowering, node: number): Expression {
  const inner = context.first(node);
  return inner < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(inner);
}

function lowerList(context: Lowering, node: number): Expression {
  const items = context.children(node).map(context.expression);
  const [only] = items;
  return items.length === 1 && only !== undefined
    ? only
    : { kind: 'sequence', form: 'tuple', items, at: context.place(node) };
}

function lowerSlice(context: Lowering, node: number): Expression {
  const start = context.child(node, 'start');
  const end = context.child(node, 'end');
  const at = context.place(node);
  return {
    kind: 'index',
    object: context.part(node, 'operand'),
    index: {
      kind: 'slice',
      ...(start < 0 ? {} : { lower: context.expression(start) }),
      ...(end < 0 ? {} : { upper: context.expression(end) }),
      at,
    },
    at,
  };
}

function lowerCast(context: Lowering, node: number): Expression {
  const operand = context.part(node, 'operand');
  const type = context.child(node, 'type');
  return { kind: 'cast', type: { name: typeName(context, type) }, operand, at: context.place(node) };
}

function lowerUnary(context: Lowering, node: number): Expression {
  const sign = context.child(node, 'operator');
  const operand = context.part(node, 'operand');
  const at = context.place(node);
  switch (sign < 0 ? '' : context.source(sign)) {
    case '!':
      return { kind: 'unary', operator: 'not', operand: asTest(operand), at };
    case '-':
      return { kind: 'unary', operator: 'minus', operand, at };
    case '+':
      return { kind: 'unary', operator: 'plus', operand, at };
    case '^':
      return { kind: 'unary', operator: 'invert', operand, at };
    case '*':
      return { kind: 'unary', operator: 'deref', operand, at };
    case '&':
      return { kind: 'unary', operator: 'address', operand, at };
    case '<-':
      return { kind: 'index', object: operand, index: { kind: 'unknown', parts: [], at }, at };
    default:
      return { kind: 'unknown', parts: [operand], at };
  }
}

/** A look-up that is asked whether it is true is membership: `if allowed[name]`. */
export function asTest(test: Expression): Expression {
  if (test.kind !== 'index' || test.index.kind === 'slice' || typeof indexOf(test.index) === 'number') return test;
  return { kind: 'compare', operator: 'in', left: test.index, right: test.object, at: test.at };
}

function indexOf(index: Expression): unknown {
  return index.kind === 'literal' ? index.value : undefined;
}

/** Chains such as `a + b + c` lean to the left and are read in a loop, however long they are. */
function lowerBinary(context: Lowering, node: number): Expression {
  const pending: number[] = [];
  let at = node;
  while (at >= 0 && context.type(at) === 'binary_expression') {
    pending.push(at);
    at = context.child(at, 'left');
  }
  let left: Expression = at < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(at);
  for (const one of pending.reverse()) {
    const sign = context.child(one, 'operator');
    left = combine(sign < 0 ? '' : context.source(sign), left, context.part(one, 'right'), context.place(one));
  }
  return left;
}

function combine(operator: string, left: Expression, right: Expression, at: Expression['at']): Expression {
  if (operator === '&&' || operator === '||') {
    const kind = operator === '&&' ? 'and' : 'or';
    return { kind: 'logical', operator: kind, left: asTest(left), right: asTest(right), at };
  }
  const compare = COMPARES[operator];
  if (compare === undefined) return { kind: 'binary', operator, left, right, at };
  // An error that is nil says that the call went well, so the name of an error stands for that.
  if (right.kind === 'literal' && right.value === null && isError(left)) {
    if (compare === '==') return left;
    if (compare === '!=') return { kind: 'unary', operator: 'not', operand: left, at };
  }
  // A text that is not empty is what other languages take for true.
  if (right.kind === 'literal' && right.value === '' && left.kind !== 'literal') {
    if (compare === '!=') return left;
    if (compare === '==') return { kind: 'unary', operator: 'not', operand: left, at };
  }
  return { kind: 'compare', operator: compare, left, right, at };
}
