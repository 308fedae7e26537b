import { isPlainName } from './plain-name.ts';
import type { Expression, UnaryOperator } from '#engine/analysis/ir.ts';
import { C_LIBRARY } from './c-library.ts';
import { cppExpressionLowerers, lowerTemplateCast } from './cpp-expression.ts';
import { commaParts, lowerArguments, lowerUnknown, typeExpression } from './expression-parts.ts';
import { lowerInitializerList } from './initializer.ts';
import { MACRO } from './known-names.ts';
import { decodeCharacter, decodeNumber, decodeString } from './literal-text.ts';
import type { LowerExpression, Lowering } from './lowering.ts';
import { combine } from './operators.ts';
import { lowerStream } from './stream.ts';
import { describedType, typeOf } from './type-name.ts';

const UNARY: Readonly<Record<string, UnaryOperator>> = {
  '!': 'not',
  not: 'not',
  '-': 'minus',
  '+': 'plus',
  '~': 'invert',
  compl: 'invert',
  '*': 'deref',
  '&': 'address',
};

/** Expressions by the type of their node. */
export const expressionLowerers: Readonly<Record<string, LowerExpression>> = {
  identifier: lowerName,
  field_identifier: (context, node) => ({ kind: 'name', name: context.source(node), at: context.place(node) }),
  type_identifier: lowerName,
  namespace_identifier: lowerName,
  statement_identifier: lowerName,
  true: (context, node) => ({ kind: 'literal', value: true, at: context.place(node) }),
  false: (context, node) => ({ kind: 'literal', value: false, at: context.place(node) }),
  null: (context, node) => ({ kind: 'literal', value: null, at: context.place(node) }),
  number_literal: (context, node) => {
    const value = decodeNumber(context.source(node));
    const at = context.place(node);
    return value === undefined ? { kind: 'unknown', parts: [], at } : { kind: 'literal', value, at };
  },
  char_literal: (context, node) => ({
    kind: 'literal',
    form: 'char',
    value: decodeCharacter(context.source(node)),
    at: context.place(node),
  }),
  string_literal: lowerString,
  raw_string_literal: lowerString,
  concatenated_string: lowerConcatenated,
  parenthesized_expression: lowerWrapped,
  extension_expression: lowerWrapped,
  expression_statement: lowerWrapped,
  call_expression: lowerCall,
  field_expression: lowerField,
  subscript_expression: lowerSubscript,
  unary_expression: lowerUnary,
  pointer_expression: lowerUnary,
  update_expression: (context, node) => {
    const argument = context.child(node, 'argument');
    if (argument < 0) return lowerUnknown(context, node);
    const sign = context.child(node, 'operator');
    return {
      kind: 'unary',
      operator: sign >= 0 && context.source(sign) === '--' ? 'decrement' : 'increment',
      operand: context.expression(argument),
      // The sign stands behind what it changes.
      ...(sign > argument ? { isPostfix: true } : {}),
      at: context.place(node),
    };
  },
  binary_expression: lowerBinary,
  assignment_expression: lowerAssignment,
  conditional_expression: (context, node) => {
    const test = optional(context, node, 'condition');
    const then = context.child(node, 'consequence');
    return {
      kind: 'conditional',
      test,
      // GNU's `a ?: b` is `a ? a : b`.
      then: then < 0 ? test : context.expression(then),
      otherwise: optional(context, node, 'alternative'),
      at: context.place(node),
    };
  },
  comma_expression: lowerComma,
  cast_expression: (context, node) => {
    const type = context.child(node, 'type');
    const value = context.child(node, 'value');
    if (type < 0 || value < 0) return lowerUnknown(context, node);
    return {
      kind: 'cast',
      type: describedType(context, type),
      operand: context.expression(value),
      at: context.place(node),
    };
  },
  sizeof_expression: (context, node) => {
    const type = context.child(node, 'type');
    const at = context.place(node);
    if (type >= 0) return { kind: 'typed', form: 'size', type: describedType(context, type), at };
    return { kind: 'unary', operator: 'size', operand: optional(context, node, 'value'), at };
  },
  alignof_expression: (context, node) => {
    const type = context.child(node, 'type');
    const at = context.place(node);
    if (type < 0) return { kind: 'unknown', parts: [], at };
    return { kind: 'typed', form: 'size', type: describedType(context, type), at };
  },
  offsetof_expression: (context, node) => ({ kind: 'unknown', parts: [], at: context.place(node) }),
  compound_literal_expression: (context, node) => {
    const type = context.child(node, 'type');
    const value = context.child(node, 'value');
    if (type < 0 || value < 0) return lowerUnknown(context, node);
    const at = context.place(node);
    if (context.type(type) === 'type_descriptor') {
      return { kind: 'cast', type: describedType(context, type), operand: context.expression(value), at };
    }
    const given = lowerArguments(context, value);
    // `uint64_t{1}` is the number.
    if (isPlainName(context.source(type))) return given[0]?.value ?? { kind: 'literal', value: 0, at };
    // A value that lives as long as its statement: nothing is allocated.
    return { kind: 'call', callee: typeExpression(context, type), arguments: given, at };
  },
  initializer_list: lowerInitializerList,
  ...cppExpressionLowerers,
};

function lowerName(context: Lowering, node: number): Expression {
  const written = context.source(node);
  const name = context.names.aliases.get(written) ?? context.references.get(written) ?? written;
  const at = context.place(node);
  // Without headers these are names to the parser, and sometimes with them.
  if (name === 'NULL' || name === 'nullptr') return { kind: 'literal', value: null, at };
  if (name === 'TRUE') return { kind: 'literal', value: true, at };
  if (name === 'FALSE') return { kind: 'literal', value: false, at };
  if (context.fields.has(name) && !context.shadows.has(name)) {
    const self: Expression = { kind: 'name', name: 'this', at };
    return { kind: 'member', object: { kind: 'unary', operator: 'deref', operand: self, at }, property: name, at };
  }
  return { kind: 'name', name, at };
}

function lowerString(context: Lowering, node: number): Expression {
  return { kind: 'literal', value: decodeString(context.source(node)), at: context.place(node) };
}

/** `"a" "b"` is one literal; with a macro between (`"%" PRIu64`) it is a text with a hole. */
function lowerConcatenated(context: Lowering, node: number): Expression {
  const parts = context.children(node).map((child): Expression => {
    const conversion = CONVERSION.exec(context.source(child).slice(0, LONGEST_MACRO));
    if (conversion === null) return context.expression(child);
    return { kind: 'literal', value: conversionOf(conversion), at: context.place(child) };
  });
  const at = context.place(node);
  let text = '';
  for (const part of parts) {
    if (part.kind !== 'literal' || typeof part.value !== 'string') return { kind: 'template', parts, at };
    text += part.value;
  }
  return { kind: 'literal', value: text, at };
}

const LONGEST_MACRO = 20;
/** The macros of `inttypes.h`: how a number of so many bits is printed and scanned. */
const CONVERSION = /^(?:PRI|SCN)([dioxXu])(?:LEAST|FAST)?(8|16|32|64|MAX|PTR)$/;

function conversionOf([, letter = '', bits = '']: readonly string[]): string {
  return `${LENGTHS[bits] ?? 'l'}${letter}`;
}

const LENGTHS: Readonly<Record<string, string>> = { '8': 'hh', '16': 'h', '32': '', '64': 'l', MAX: 'j', PTR: 'l' };

function lowerWrapped(context: Lowering, node: number): Expression {
  const inner = context.children(node).find((child) => context.type(child) !== 'ERROR');
  return inner === undefined ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(inner);
}

function optional(context: Lowering, node: number, field: string): Expression {
  const child = context.child(node, field);
  return child < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(child);
}

function lowerCall(context: Lowering, node: number): Expression {
  const callee = context.child(node, 'function');
  const list = context.child(node, 'arguments');
  const at = context.place(node);
  if (callee < 0) return lowerUnknown(context, node);
  const given = list < 0 ? [] : lowerArguments(context, list);
  const cast = lowerTemplateCast(context, callee, given, at);
  if (cast !== undefined) return cast;
  const type = context.type(callee);
  if (type === 'primitive_type' || type === 'sized_type_specifier') {
    const [operand] = given;
    if (operand === undefined) return { kind: 'literal', value: 0, at };
    return { kind: 'cast', type: typeOf(context, callee), operand: operand.value, at };
  }
  return { kind: 'call', callee: called(context, callee), arguments: given, at };
}

/** `(*f)(x)` and `(f)(x)` call what `f` points to. */
function called(context: Lowering, node: number): Expression {
  const callee = context.expression(node);
  if (callee.kind === 'unary' && callee.operator === 'deref') return callee.operand;
  if (callee.kind === 'name' && isWrapper(context, callee.name)) return { ...callee, name: callee.name.toLowerCase() };
  return callee;
}

/** `MALLOC(n)`, with the macro in a header: by custom a macro in capitals is the function of that name, on each system. */
function isWrapper({ names }: Lowering, name: string): boolean {
  return MACRO.test(name) && !names.macros.has(name) && WRAPPED.has(name.toLowerCase());
}

/** What takes memory back is left out: such macros also set the pointer to null. */
const WRAPPED: ReadonlySet<string> = new Set(
  ['alloca', ...C_LIBRARY].filter((name) => !/^(?:free|fclose|realloc|abort|exit|_Exit|quick_exit)$/.test(name)),
);

function lowerField(context: Lowering, node: number): Expression {
  const argument = context.child(node, 'argument');
  let field = context.child(node, 'field');
  const at = context.place(node);
  if (argument < 0) return lowerUnknown(context, node);
  if (field >= 0 && context.type(field) === 'dependent_name') field = context.children(field)[0] ?? field;
  if (field >= 0 && /^template_/.test(context.type(field))) {
    const name = context.child(field, 'name');
    if (name >= 0) field = name;
  }
  const object = context.expression(argument);
  const property = field < 0 ? '' : context.source(field).replace(/\s+/g, '');
  const sign = context.child(node, 'operator');
  if (sign < 0 || context.source(sign) === '.') return { kind: 'member', object, property, at };
  return {
    kind: 'member',
    object: { kind: 'unary', operator: 'deref', operand: uncast(object), at: context.place(argument) },
    property,
    at,
  };
}

/** `dynamic_cast<Circle *>(shape)->draw()`: whoever follows it at once has asked before what the shape is. */
function uncast(object: Expression): Expression {
  if (object.kind !== 'call' || object.callee.kind !== 'name' || object.callee.name !== 'dynamic_cast') return object;
  return object.arguments[0]?.value ?? object;
}

function lowerSubscript(context: Lowering, node: number): Expression {
  const argument = context.child(node, 'argument');
  if (argument < 0) return lowerUnknown(context, node);
  const at = context.place(node);
  const index = context.child(node, 'index');
  const list = context.child(node, 'indices');
  const [only] = list < 0 ? [] : context.children(list);
  const inner = index >= 0 ? index : (only ?? -1);
  return {
    kind: 'index',
    object: context.expression(argument),
    index: inner < 0 ? { kind: 'unknown', parts: [], at } : context.expression(inner),
    at,
  };
}

function lowerUnary(context: Lowering, node: number): Expression {
  const sign = context.child(node, 'operator');
  const argument = context.child(node, 'argument');
  const operator = sign < 0 ? undefined : UNARY[context.source(sign)];
  if (argument < 0 || operator === undefined) return lowerUnknown(context, node);
  const operand = context.expression(argument);
  const at = context.place(node);
  if (operator === 'minus' && operand.kind === 'literal' && typeof operand.value === 'number') {
    return { kind: 'literal', value: -operand.value, at };
  }
  return { kind: 'unary', operator, operand, at };
}

/** Iterative on the left: long sums and chains of `<<` lean that way. */
function lowerBinary(context: Lowering, node: number): Expression {
  const stream = lowerStream(context, node, false);
  if (stream !== undefined) return stream;
  const pending: number[] = [];
  let at = node;
  while (at >= 0 && context.type(at) === 'binary_expression') {
    pending.push(at);
    at = context.child(at, 'left');
  }
  let value: Expression = at < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(at);
  for (const one of pending.reverse()) {
    const sign = context.child(one, 'operator');
    const operator = sign < 0 ? '' : context.source(sign);
    const right = optional(context, one, 'right');
    if (operator === '&' && right.kind === 'name' && isTypeInBrackets(context, context.child(one, 'left')))
      value = { kind: 'unary', operator: 'address', operand: right, at: context.place(one) };
    else value = combine(operator, value, right, context.place(one));
  }
  return value;
}

/** `(RECV_TYPE)&buffer`: a word in capitals that the file does not define, or one that ends as types do. */
function isTypeInBrackets(context: Lowering, node: number): boolean {
  if (node < 0 || context.type(node) !== 'parenthesized_expression') return false;
  return /^\(\s*(?:[A-Z][A-Z0-9_]*_(?:T|PTR|TYPE)\w*|\w+_t)\s*\)$/.test(context.source(node).slice(0, 80));
}

function lowerAssignment(context: Lowering, node: number): Expression {
  const sign = context.child(node, 'operator');
  const operator = sign < 0 ? '' : context.source(sign).replace(/=$/, '');
  return {
    kind: 'assignment',
    target: optional(context, node, 'left'),
    value: optional(context, node, 'right'),
    ...(operator === '' ? {} : { operator }),
    at: context.place(node),
  };
}

/** `a, b`: a row of which the last is taken, so that each part is evaluated and the value is exact. */
function lowerComma(context: Lowering, node: number): Expression {
  const items = commaParts(context, node).map((part) => context.expression(part));
  const at = context.place(node);
  return {
    kind: 'index',
    object: { kind: 'sequence', form: 'tuple', items, at },
    index: { kind: 'literal', value: items.length - 1, at },
    at,
  };
}
