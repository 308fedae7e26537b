import type { Argument, Expression, IrClass } from '#engine/analysis/ir.ts';
import { argumentsOf } from './chains.ts';
import { lowerClassBody } from './classes.ts';
import { childOf, type ExpressionRule, type Lowering, lowerExpression, partOf, partsOf, placeOf } from './lowering.ts';
import { lowerType, typeNameOf } from './declared-type.ts';

const LISTS = /^(?:java\.util\.)?(?:ArrayList|LinkedList|Vector|Stack|ArrayDeque|CopyOnWriteArrayList)$/;
const SETS = /^(?:java\.util\.)?(?:Hash|LinkedHash|Tree)Set$/;
const MAPS =
  /^(?:java\.util\.(?:concurrent\.)?)?(?:(?:Hash|LinkedHash|Tree|ConcurrentHash|Weak|Identity|Enum)Map|Hashtable)$/i;
const TEXTS = /^(?:java\.lang\.)?(?:StringBuilder|StringBuffer)$/;

/** `new …` of objects and arrays. */
export const creationRules: Readonly<Record<string, ExpressionRule>> = {
  object_creation_expression: lowerNew,
  array_creation_expression: lowerNewArray,
  array_initializer: (lowering, node) => ({
    kind: 'sequence',
    form: 'list',
    items: partsOf(lowering, node).map((part) => lowerExpression(lowering, part)),
    at: placeOf(lowering, node),
  }),
};

function lowerNew(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const type = childOf(lowering, node, 'type');
  const name = type < 0 ? '' : typeNameOf(lowering, type);
  const given = argumentsOf(lowering, childOf(lowering, node, 'arguments'));
  const body = partOf(lowering, node, 'class_body');
  const callee: Expression = type < 0 ? { kind: 'unknown', parts: [], at } : lowerType(lowering, type);
  if (body >= 0) {
    const made: IrClass = {
      name: `${name.split('.').at(-1) ?? ''}$`,
      nameAt: callee.at,
      bases: [callee],
      decorators: [],
      body: lowerClassBody(lowering, body, body),
      at,
    };
    return { kind: 'call', callee: { kind: 'class', class: made, at }, arguments: given, isNew: true, at };
  }
  const isSized = given.every(({ value }) => value.kind === 'literal' && typeof value.value === 'number');
  if (isSized && LISTS.test(name)) return { kind: 'sequence', form: 'list', items: [], at };
  if (isSized && SETS.test(name)) return { kind: 'sequence', form: 'set', items: [], at };
  if (isSized && MAPS.test(name)) return { kind: 'record', entries: [], at };
  const empty: Argument = { value: { kind: 'literal', value: '', at: { start: at.end, end: at.end } } };
  return { kind: 'call', callee, arguments: isSized && TEXTS.test(name) ? [empty] : given, isNew: true, at };
}

/** An array with its items is a list; one of a length is a call of its type. */
function lowerNewArray(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const value = childOf(lowering, node, 'value');
  if (value >= 0) return { ...lowerExpression(lowering, value), at };
  const type = childOf(lowering, node, 'type');
  const name = type < 0 ? '' : typeNameOf(lowering, type);
  const counts = partsOf(lowering, node)
    .filter((part) => lowering.tree.typeNames[lowering.tree.types[part] ?? 0] === 'dimensions_expr')
    .flatMap((part) => partsOf(lowering, part).slice(0, 1))
    .map((part): Argument => ({ value: lowerExpression(lowering, part) }));
  return { kind: 'call', callee: { kind: 'name', name: `${name}[]`, at }, arguments: counts, isNew: true, at };
}
