import type { Argument, Expression, Place } from '#engine/analysis/ir.ts';
import { lowerCall } from './calls.ts';
import {
  childOf,
  kindOf,
  type Lowering,
  lowerExpression,
  operatorOf,
  partOf,
  partsOf,
  placeOf,
  sourceOf,
} from './lowering.ts';
import { lowerCalledName } from './names.ts';
import { binaryOf } from './operators.ts';
import { BUFFER } from './scopes.ts';

/** What nests on its left: long sums and long chains of calls are read without recursion. */
const LEFT: Readonly<Record<string, string>> = {
  binary_expression: 'left',
  method_invocation: 'object',
  field_access: 'object',
  array_access: 'array',
};

/** Lowers a sum, a member, a look-up or a call, with all that nests on its left. */
export function lowerChain(lowering: Lowering, node: number): Expression {
  const pending: number[] = [];
  let at = node;
  for (;;) {
    const kind = kindOf(lowering, at);
    if (kind === 'parenthesized_expression') {
      const inner = partsOf(lowering, at)[0];
      if (inner === undefined) break;
      at = inner;
      continue;
    }
    const field = Object.hasOwn(LEFT, kind) ? LEFT[kind] : undefined;
    if (field === undefined) break;
    pending.push(at);
    const left = childOf(lowering, at, field);
    if (left < 0) {
      at = -1;
      break;
    }
    at = left;
  }
  let value = at < 0 ? undefined : lowerInnermost(lowering, at, at === node);
  let buffer = at < 0 ? undefined : bufferAt(lowering, at);
  let isGrown = false;
  for (let index = pending.length - 1; index >= 0; index -= 1) {
    const one = pending[index] ?? node;
    const added = buffer === undefined || value === undefined ? undefined : appendedTo(lowering, one, value);
    if (added !== undefined) {
      value = added;
      isGrown = true;
      continue;
    }
    if (isGrown) value = stored(value, buffer, placeOf(lowering, one));
    buffer = undefined;
    isGrown = false;
    value = step(lowering, one, value);
  }
  if (isGrown) value = stored(value, buffer, placeOf(lowering, node));
  return value ?? { kind: 'unknown', parts: [], at: placeOf(lowering, node) };
}

/** A buffer that a chain begins with: `isNew` for one that has no name yet. */
type Buffer = { readonly isNew: true } | { readonly isNew: false; readonly target: Expression };

function bufferAt(lowering: Lowering, node: number): Buffer | undefined {
  const kind = kindOf(lowering, node);
  if (kind === 'object_creation_expression') {
    const type = childOf(lowering, node, 'type');
    return type >= 0 && BUFFER.test(sourceOf(lowering, type).slice(0, 40)) ? { isNew: true } : undefined;
  }
  if (kind !== 'identifier') return undefined;
  const name = sourceOf(lowering, node);
  const scope = lowering.around.findLast(({ names }) => names.has(name));
  return scope?.buffers.has(name) === true ? { isNew: false, target: lowerExpression(lowering, node) } : undefined;
}

/** `buffer.append(text)` is the buffer with the text behind it. */
function appendedTo(lowering: Lowering, node: number, left: Expression): Expression | undefined {
  if (kindOf(lowering, node) !== 'method_invocation') return undefined;
  const name = childOf(lowering, node, 'name');
  const method = name < 0 ? '' : sourceOf(lowering, name);
  if (method !== 'append' && method !== 'insert') return undefined;
  const given = argumentsOf(lowering, childOf(lowering, node, 'arguments'));
  const at = placeOf(lowering, node);
  const [first, second] = given;
  if (method === 'insert') {
    return first?.value.kind === 'literal' && first.value.value === 0 && second !== undefined
      ? { kind: 'binary', operator: '+', left: second.value, right: left, at }
      : undefined;
  }
  return first === undefined || second !== undefined
    ? undefined
    : { kind: 'binary', operator: '+', left, right: first.value, at };
}

function stored(value: Expression | undefined, buffer: Buffer | undefined, at: Place): Expression | undefined {
  return value === undefined || buffer === undefined || buffer.isNew
    ? value
    : { kind: 'assignment', target: buffer.target, value, at };
}

function lowerInnermost(lowering: Lowering, node: number, isSame: boolean): Expression {
  // An empty pair of brackets has nothing in it.
  return isSame ? { kind: 'unknown', parts: [], at: placeOf(lowering, node) } : lowerExpression(lowering, node);
}

function step(lowering: Lowering, node: number, left: Expression | undefined): Expression {
  const at = placeOf(lowering, node);
  switch (kindOf(lowering, node)) {
    case 'binary_expression': {
      const right = lowerExpression(lowering, childOf(lowering, node, 'right'));
      return binaryOf(operatorOf(lowering, node), left ?? { kind: 'unknown', parts: [], at }, right, at);
    }
    case 'array_access':
      return {
        kind: 'index',
        object: left ?? { kind: 'unknown', parts: [], at },
        index: lowerExpression(lowering, childOf(lowering, node, 'index')),
        at,
      };
    case 'field_access': {
      const field = childOf(lowering, node, 'field');
      const property = field < 0 ? '' : sourceOf(lowering, field);
      if (left === undefined) return { kind: 'name', name: property, at };
      // `Outer.this` is the object around.
      if (property === 'this') return left;
      return { kind: 'member', object: left, property, at };
    }
    default: {
      const name = childOf(lowering, node, 'name');
      const given = argumentsOf(lowering, childOf(lowering, node, 'arguments'));
      if (left === undefined) {
        const callee: Expression =
          name < 0 ? { kind: 'unknown', parts: [], at } : lowerCalledName(lowering, name, given.length);
        return lowerCall(lowering, callee, given, at);
      }
      const object: Expression =
        partOf(lowering, node, 'super') >= 0 && left.kind === 'name' && left.name !== 'super'
          ? { kind: 'name', name: 'super', at: left.at }
          : left;
      const property = name < 0 ? '' : sourceOf(lowering, name);
      const end = name < 0 ? at.end : placeOf(lowering, name).end;
      const callee: Expression = { kind: 'member', object, property, at: { start: at.start, end } };
      return lowerCall(lowering, callee, given, at);
    }
  }
}

/** The arguments of a call, in order. */
export function argumentsOf(lowering: Lowering, list: number): Argument[] {
  if (list < 0) return [];
  return partsOf(lowering, list).map((part) => ({ value: lowerExpression(lowering, part) }));
}
