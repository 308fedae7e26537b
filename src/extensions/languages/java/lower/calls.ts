import type { Argument, Expression, Place } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { overloadOf } from './names.ts';

/** Static methods that make a collection of their arguments. */
const LISTS: ReadonlySet<string> = new Set([
  'List.of',
  'Arrays.asList',
  'Set.of',
  'Stream.of',
  'ImmutableList.of',
  'ImmutableSet.of',
]);
const MAPS: ReadonlySet<string> = new Set(['Map.of', 'ImmutableMap.of']);

/**
 * A call, or what it is in other languages: `a.equals(b)` is a comparison, `charAt` and `substring` are look-ups, `List.of`
 * is a literal.
 */
export function lowerCall(lowering: Lowering, callee: Expression, given: readonly Argument[], at: Place): Expression {
  const plain: Expression = { kind: 'call', callee, arguments: given, at };
  if (callee.kind !== 'member') return plain;
  const { object, property } = callee;
  const values = given.map(({ value }) => value);
  const [first, second] = values;
  if (object.kind === 'name' && object.name === 'this') {
    const name = overloadOf(lowering, property, given.length);
    return name === property ? plain : { ...plain, callee: { ...callee, property: name } };
  }
  const full = object.kind === 'name' ? `${object.name}.${property}` : '';
  if (
    LISTS.has(full) &&
    (values.length > 1 || (first !== undefined && first.kind === 'literal') || full.endsWith('.of'))
  )
    return { kind: 'sequence', form: full.startsWith('Set') ? 'set' : 'list', items: values, at };
  if (MAPS.has(full)) return mapOf(values, at);
  if (full === 'Objects.equals' && first !== undefined && second !== undefined)
    return { kind: 'compare', operator: '==', left: first, right: second, at };
  if (first === undefined) return plain;
  switch (property) {
    case 'equals':
    case 'equalsIgnoreCase':
    case 'contentEquals':
      return values.length === 1 ? { kind: 'compare', operator: '==', left: object, right: first, at } : plain;
    case 'anyMatch':
    case 'noneMatch': {
      const test = testOfItems(first, object, at);
      if (test === undefined) return plain;
      return property === 'anyMatch' ? test : { kind: 'unary', operator: 'not', operand: test, at };
    }
    case 'charAt':
      return { kind: 'index', object, index: first, at };
    case 'substring':
    case 'subSequence': {
      const upper = second === undefined ? {} : { upper: second };
      return { kind: 'index', object, index: { kind: 'slice', lower: first, ...upper, at: first.at }, at };
    }
    default:
      return plain;
  }
}

/** `prefixes.stream().anyMatch(text::startsWith)`, or the same as a lambda: the text is tested against all of them. */
function testOfItems(test: Expression, items: Expression, at: Place): Expression | undefined {
  if (test.kind === 'member' && /^(?:startsWith|endsWith|equals)/.test(test.property))
    return withItems(test, items, at);
  if (test.kind !== 'function') return undefined;
  const [parameter] = test.function.parameters;
  const [only] = test.function.body;
  const value = only?.kind === 'return' ? only.value : undefined;
  if (value?.kind !== 'call' || value.callee.kind !== 'member' || value.arguments.length !== 1) return undefined;
  const given = value.arguments[0]?.value;
  return given?.kind === 'name' &&
    given.name === parameter?.name &&
    /^(?:startsWith|endsWith)$/.test(value.callee.property)
    ? withItems(value.callee, items, at)
    : undefined;
}

function withItems(test: Extract<Expression, { kind: 'member' }>, items: Expression, at: Place): Expression {
  if (test.property.startsWith('equals'))
    return { kind: 'compare', operator: 'in', left: test.object, right: items, at };
  return { kind: 'call', callee: test, arguments: [{ value: items }], at };
}

function mapOf(values: readonly Expression[], at: Place): Expression {
  const entries = values.flatMap((key, index) => {
    const value = values[index + 1];
    return index % 2 === 0 && value !== undefined ? [{ key, value }] : [];
  });
  return { kind: 'record', entries, at };
}
