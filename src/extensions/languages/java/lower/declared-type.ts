import type { Expression, TypeName } from '#engine/analysis/ir.ts';
import { kindOf, type Lowering, partsOf, placeOf, sourceOf } from './lowering.ts';
import { TYPED_NAMES } from '../typed-names.ts';

/** Number types whose values carry no text. */
const NUMBERS: ReadonlySet<string> = new Set([
  'byte',
  'short',
  'int',
  'long',
  'float',
  'double',
  'Byte',
  'Short',
  'Integer',
  'Long',
  'Float',
  'Double',
  'BigInteger',
  'BigDecimal',
]);

/** Types of the language that no program defines. */
const PLAIN: ReadonlySet<string> = new Set(['String', 'Object', 'Boolean', 'Character', 'CharSequence']);

const LONGEST = 20;

/** The main name of a type: `Map` of `Map<String, List<T>>`, `byte[]` of `byte[][]`; empty for one without a name. */
export function typeNameOf(lowering: Lowering, node: number): string {
  let at = node;
  let dimensions = '';
  for (let step = 0; at >= 0 && step < LONGEST; step += 1) {
    switch (kindOf(lowering, at)) {
      case 'array_type':
        dimensions = '[]';
        at = partsOf(lowering, at)[0] ?? -1;
        break;
      case 'generic_type':
      case 'annotated_type':
        at = partsOf(lowering, at).find((part) => !/annotation$/.test(kindOf(lowering, part))) ?? -1;
        break;
      case 'scoped_type_identifier':
        return (
          sourceOf(lowering, at)
            .replace(/\s+|<[^>]*>/g, '')
            .slice(0, 200) + dimensions
        );
      default:
        return sourceOf(lowering, at).slice(0, 200) + dimensions;
    }
  }
  return '';
}

/** A type as an expression, so that imports say what it is: `java.sql.Statement` or `Statement`. */
export function lowerType(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const [first = '', ...rest] = typeNameOf(lowering, node).split('.');
  return rest.reduce<Expression>((object, property) => ({ kind: 'member', object, property, at }), {
    kind: 'name',
    name: first,
    at,
  });
}

export function isNumberType(name: string): boolean {
  return NUMBERS.has(name);
}

/** The value as what it is declared to be, where the type says more than the value. */
export function typedValue(name: string, value: Expression): Expression {
  if (value.kind === 'literal' || value.kind === 'cast') return value;
  const type: TypeName = { name };
  if (isNumberType(name)) {
    const isMade = value.kind === 'call' && value.isNew !== true && !isReadingNumber(value.callee);
    return isMade ? { kind: 'cast', type, operand: value, at: value.at } : value;
  }
  if (value.kind === 'call' && value.isNew === true) return value;
  // What something else will set is an object of a class, which may be one of the program's own.
  if (value.kind === 'unknown' && value.parts.length === 0 && /^[A-Z]/.test(name) && !PLAIN.has(name)) {
    return { kind: 'cast', type, operand: value, at: value.at };
  }
  return TYPED_NAMES.has(name) ? { kind: 'cast', type, operand: value, at: value.at } : value;
}

/** Calls whose result is a number that a stranger may have chosen. */
function isReadingNumber(callee: Expression): boolean {
  return (
    callee.kind === 'member' &&
    /^(?:parse|valueOf|decode|next|readInt|readLong|getInt|getContentLength)/.test(callee.property)
  );
}
