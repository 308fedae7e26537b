import type { TypeName } from '../ir.ts';
import { constant, type Linear } from './linear.ts';
import type { MemoryTable } from './memory-table.ts';

type PlainTypes = Pick<MemoryTable, 'plainType'>;

const POINTER = 8;
/** Stands for a size that the file does not show; the same for all, so that counts of them compare. */
const NOMINAL = 64;

/** Bytes of one value of a type; arrays not counted. */
export function typeSize({ plainType }: PlainTypes, { name, pointers }: TypeName): Linear {
  if ((pointers ?? 0) > 0) return constant(POINTER);
  const plain = plainType(name);
  return plain === undefined ? { ...constant(NOMINAL), isNominal: true } : constant(plain.bytes);
}

/** Bits and sign of an integer type; `undefined` for anything else. */
export function integerType(
  { plainType }: PlainTypes,
  { name, pointers }: TypeName,
): { readonly bits: number; readonly isUnsigned: boolean } | undefined {
  const plain = (pointers ?? 0) > 0 ? undefined : plainType(name);
  return plain?.integer === undefined ? undefined : { bits: plain.bytes * 8, ...plain.integer };
}

/** Whether a variable of the type holds a single value rather than a structure. */
export function isScalar({ plainType }: PlainTypes, type: TypeName): boolean {
  if ((type.sizes?.length ?? 0) > 0) return false;
  return (type.pointers ?? 0) > 0 || plainType(type.name) !== undefined;
}

/** What a pointer or an array of this type points to. */
export function elementType(type: TypeName): TypeName | undefined {
  if ((type.sizes?.length ?? 0) === 0 && (type.pointers ?? 0) === 0) return undefined;
  const before = elements.get(type);
  if (before !== undefined) return before;
  const made = makeElement(type);
  if (made !== undefined) elements.set(type, made);
  return made;
}

/** Asked for the same type over and over. */
const elements = new WeakMap<TypeName, TypeName>();

function makeElement(type: TypeName): TypeName | undefined {
  const { sizes = [], pointers = 0, ...rest } = type;
  if (sizes.length > 0) return { ...rest, pointers, sizes: sizes.slice(1) };
  return pointers > 0 ? { ...rest, pointers: pointers - 1 } : undefined;
}
