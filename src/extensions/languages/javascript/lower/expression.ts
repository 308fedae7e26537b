import type { Expression, RecordEntry, UnaryOperator } from '#engine/analysis/ir.ts';
import { combine, lowerArguments, lowerChain } from './chain.ts';
import { decodeNumber, decodeText } from './literal-text.ts';
import type { LowerExpression, Lowering } from './lowering.ts';
import { markupLowerers } from './markup.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

const UNARY: Readonly<Record<string, UnaryOperator>> = {
  '!': 'not',
  '-': 'minus',
  '+': 'plus',
  '~': 'invert',
  typeof: 'typeof',
  delete: 'delete',
  void: 'void',
};

/** Expressions and patterns, by the type of their node. */
export const expressionLowerers: Readonly<Record<string, LowerExpression>> = {
  ...markupLowerers,
  identifier: lowerName,
  type_identifier: lowerName,
  property_identifier: lowerName,
  statement_identifier: lowerName,
  this: lowerName,
  super: lowerName,
  import: lowerName,
  shorthand_property_identifier: lowerName,
  shorthand_property_identifier_pattern: lowerName,
  undefined: (context, node) => ({ kind: 'literal', value: undefined, at: context.place(node) }),
  null: (context, node) => ({ kind: 'literal', value: null, at: context.place(node) }),
  true: (context, node) => ({ kind: 'literal', value: true, at: context.place(node) }),
  false: (context, node) => ({ kind: 'literal', value: false, at: context.place(node) }),
  number: (context, node) => ({ kind: 'literal', value: decodeNumber(context.source(node)), at: context.place(node) }),
  private_property_identifier: (context, node) => ({
    kind: 'literal',
    value: context.source(node),
    at: context.place(node),
  }),
  string: lowerString,
  regex: (context, node) => ({
    kind: 'literal',
    form: 'regex',
    value: context.source(node),
    at: context.place(node),
  }),
  template_string: lowerTemplate,
  template_substitution: lowerWrapped,
  parenthesized_expression: lowerChain,
  call_expression: lowerChain,
  member_expression: lowerChain,
  nested_identifier: (context, node) => {
    const object = context.child(node, FIELD.object);
    const property = context.child(node, FIELD.property);
    const at = context.place(node);
    if (object < 0 || property < 0) return { kind: 'name', name: context.source(node), at };
    return { kind: 'member', object: context.expression(object), property: context.source(property), at };
  },
  subscript_expression: lowerChain,
  binary_expression: lowerChain,
  non_null_expression: lowerChain,
  as_expression: lowerWrapped,
  satisfies_expression: lowerWrapped,
  type_assertion: (context, node) => {
    const end = context.next(node);
    for (let at = node + 1; at < end; at = context.next(at)) {
      const kind = context.kind(at);
      if (kind !== KIND.typeSyntax && kind !== KIND.sign && kind !== KIND.comment) return context.expression(at);
    }
    return lowerUnknown(context, node);
  },
  instantiation_expression: lowerWrapped,
  computed_property_name: lowerWrapped,
  expression_statement: lowerWrapped,
  decorator: lowerWrapped,
  meta_property: (context, node) => {
    const [object = '', property = ''] = context.source(node).split('.');
    const at = context.place(node);
    return { kind: 'member', object: { kind: 'name', name: object.trim(), at }, property: property.trim(), at };
  },
  new_expression: (context, node) => {
    const callee = context.child(node, FIELD.constructor);
    const list = context.child(node, FIELD.arguments);
    if (callee < 0) return lowerUnknown(context, node);
    return {
      kind: 'call',
      callee: context.expression(callee),
      arguments: list < 0 ? [] : lowerArguments(context, list),
      isNew: true,
      at: context.place(node),
    };
  },
  unary_expression: lowerUnary,
  update_expression: (context, node) => {
    const operand = context.child(node, FIELD.argument);
    if (operand < 0) return lowerUnknown(context, node);
    const operator = context.has(node, '--') ? 'decrement' : 'increment';
    return { kind: 'unary', operator, operand: context.expression(operand), at: context.place(node) };
  },
  await_expression: (context, node) => lowerPassing(context, node, 'await'),
  yield_expression: (context, node) => lowerPassing(context, node, 'yield'),
  ternary_expression: lowerTernary,
  assignment_expression: lowerAssignment,
  augmented_assignment_expression: lowerAssignment,
  assignment_pattern: lowerAssignment,
  object_assignment_pattern: lowerAssignment,
  sequence_expression: (context, node) => lowerSequence(context, node),
  array: lowerArray,
  array_pattern: lowerArray,
  object: lowerObject,
  object_pattern: lowerObject,
  spread_element: lowerSpread,
  rest_pattern: lowerSpread,
  function_expression: lowerFunction,
  generator_function: lowerFunction,
  arrow_function: lowerFunction,
  function_declaration: lowerFunction,
  generator_function_declaration: lowerFunction,
  method_definition: lowerFunction,
  class: (context, node) => ({
    kind: 'class',
    class: context.lower.class(context, node, []),
    at: context.place(node),
  }),
};

/** A node of which only the parts are known. Types are no parts. */
export function lowerUnknown(context: Lowering, node: number): Expression {
  const parts: Expression[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment || kind === KIND.typeSyntax || kind === KIND.statement) continue;
    if (kind !== KIND.block) parts.push(context.expression(at));
  }
  return { kind: 'unknown', parts, at: context.place(node) };
}

function lowerName(context: Lowering, node: number): Expression {
  const name = context.source(node);
  return { kind: 'name', name: name.includes('\\') ? decodeText(name) : name, at: context.place(node) };
}

function lowerString(context: Lowering, node: number): Expression {
  const raw = context.source(node);
  const isClosed = raw.length > 1 && raw.endsWith(raw.slice(0, 1));
  return { kind: 'literal', value: decodeText(raw.slice(1, isClosed ? -1 : undefined)), at: context.place(node) };
}

function lowerTemplate(context: Lowering, node: number): Expression {
  const parts: Expression[] = [];
  const end = context.end(node);
  const stop = context.text[end - 1] === '`' && end - 1 > context.start(node) ? end - 1 : end;
  let from = context.start(node) + 1;
  const text = (to: number): void => {
    if (to <= from) return;
    parts.push({ kind: 'literal', value: decodeText(context.text.slice(from, to)), at: { start: from, end: to } });
  };
  const last = context.next(node);
  for (let at = node + 1; at < last; at = context.next(at)) {
    if (context.kind(at) !== KIND.substitution) continue;
    text(context.start(at));
    const inner = context.first(at);
    if (inner >= 0) parts.push(context.expression(inner));
    from = context.end(at);
  }
  text(stop);
  return { kind: 'template', parts, at: context.place(node) };
}

/** What only wraps its first part: parentheses, casts. */
function lowerWrapped(context: Lowering, node: number): Expression {
  const inner = context.first(node);
  return inner < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(inner);
}

function lowerUnary(context: Lowering, node: number): Expression {
  const sign = context.child(node, FIELD.operator);
  const argument = context.child(node, FIELD.argument);
  const at = context.place(node);
  const operator = sign < 0 ? undefined : UNARY[context.source(sign)];
  if (argument < 0 || operator === undefined) return lowerUnknown(context, node);
  const operand = context.expression(argument);
  if (operator === 'void' && operand.kind === 'literal') return { kind: 'literal', value: undefined, at };
  return { kind: 'unary', operator, operand, at };
}

function lowerPassing(context: Lowering, node: number, operator: 'await' | 'yield'): Expression {
  const inner = context.first(node);
  const at = context.place(node);
  const operand: Expression = inner < 0 ? { kind: 'literal', value: undefined, at } : context.expression(inner);
  return { kind: 'unary', operator, operand, at };
}

/** `a ? b : c ? d : e` grows to the right, in a loop for the same reason as a chain. */
function lowerTernary(context: Lowering, node: number): Expression {
  const nodes: number[] = [];
  let at = node;
  while (at >= 0 && context.kind(at) === KIND.ternary) {
    nodes.push(at);
    at = context.child(at, FIELD.alternative);
  }
  let lowered: Expression = at < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(at);
  for (const ternary of nodes.reverse()) {
    lowered = {
      kind: 'conditional',
      test: optional(context, ternary, FIELD.condition),
      then: optional(context, ternary, FIELD.consequence),
      otherwise: lowered,
      at: context.place(ternary),
    };
  }
  return lowered;
}

function optional(context: Lowering, node: number, field: number): Expression {
  const child = context.child(node, field);
  return child < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(child);
}

function lowerAssignment(context: Lowering, node: number): Expression {
  const sign = context.child(node, FIELD.operator);
  const operator = sign < 0 ? '' : context.source(sign).slice(0, -1);
  const target = optional(context, node, FIELD.left);
  const value = optional(context, node, FIELD.right);
  const at = context.place(node);
  // `a ||= b` is `a = a || b`.
  if (/^(?:&&|\|\||\?\?)$/.test(operator)) {
    return { kind: 'assignment', target, value: combine({ operator, left: target, right: value, at }), at };
  }
  return { kind: 'assignment', target, value, ...(operator === '' ? {} : { operator }), at };
}

/** `a, b`: a pair of which the last is taken, so that each part is evaluated and the value is exact. */
function lowerSequence(context: Lowering, node: number): Expression {
  const items: Expression[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind !== KIND.sign && kind !== KIND.comment) items.push(context.expression(at));
  }
  const place = context.place(node);
  const last = items.at(-1);
  if (last === undefined) return { kind: 'unknown', parts: [], at: place };
  if (items.slice(0, -1).every(({ kind }) => kind === 'literal')) return last;
  return {
    kind: 'index',
    object: { kind: 'sequence', form: 'tuple', items, at: place },
    index: { kind: 'literal', value: items.length - 1, at: place },
    at: place,
  };
}

function lowerArray(context: Lowering, node: number): Expression {
  const items: Expression[] = [];
  const end = context.next(node);
  let isOpen = false;
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.comment) continue;
    if (kind !== KIND.sign) {
      items.push(context.expression(at));
      isOpen = false;
    } else if (context.text[context.start(at)] === ',') {
      if (isOpen) items.push({ kind: 'literal', value: undefined, at: context.place(at) });
      isOpen = true;
    } else isOpen = true;
  }
  return { kind: 'sequence', form: 'list', items, at: context.place(node) };
}

function lowerSpread(context: Lowering, node: number): Expression {
  return { kind: 'spread', value: lowerWrapped(context, node), at: context.place(node) };
}

function lowerFunction(context: Lowering, node: number): Expression {
  return { kind: 'function', function: context.lower.function(context, node, []), at: context.place(node) };
}

function lowerObject(context: Lowering, node: number): Expression {
  const entries: RecordEntry[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind !== KIND.sign && kind !== KIND.comment) entries.push(lowerEntry(context, at));
  }
  return { kind: 'record', entries, at: context.place(node) };
}

/** One member of an object literal or an object pattern. */
export function lowerEntry(context: Lowering, node: number): RecordEntry {
  switch (context.kind(node)) {
    case KIND.pair: {
      const key = context.child(node, FIELD.key);
      const value = optional(context, node, FIELD.value);
      return key < 0 ? { value } : { key: lowerKey(context, key), value };
    }
    case KIND.method: {
      const name = context.child(node, FIELD.name);
      const value = lowerFunction(context, node);
      return name < 0 ? { value } : { key: lowerKey(context, name), value };
    }
    case KIND.shorthand:
      return { key: lowerKey(context, node), value: lowerName(context, node) };
    case KIND.objectAssignment: {
      const left = context.child(node, FIELD.left);
      const value = lowerAssignment(context, node);
      return left < 0 ? { value } : { key: lowerKey(context, left), value };
    }
    case KIND.spread:
    case KIND.rest:
      return { value: lowerWrapped(context, node) };
    default:
      return { value: context.expression(node) };
  }
}

/** A key as written is text; one in brackets is computed. */
function lowerKey(context: Lowering, node: number): Expression {
  const kind = context.kind(node);
  if (kind === KIND.computedName || kind === KIND.string || kind === KIND.number) return context.expression(node);
  return { kind: 'literal', value: decodeText(context.source(node)), at: context.place(node) };
}
