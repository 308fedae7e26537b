import type { TypeName } from '../ir.ts';
import { constant, type Linear } from './linear.ts';

/** Bytes of types on a usual machine with 64 bits. */
const BYTES: Readonly<Record<string, number>> = {
  char: 1,
  bool: 1,
  _Bool: 1,
  int8_t: 1,
  uint8_t: 1,
  u8: 1,
  s8: 1,
  u_char: 1,
  uchar: 1,
  byte: 1,
  BYTE: 1,
  short: 2,
  int16_t: 2,
  uint16_t: 2,
  u16: 2,
  s16: 2,
  char16_t: 2,
  WORD: 2,
  int: 4,
  unsigned: 4,
  signed: 4,
  float: 4,
  int32_t: 4,
  uint32_t: 4,
  u32: 4,
  s32: 4,
  wchar_t: 4,
  char32_t: 4,
  DWORD: 4,
  long: 8,
  double: 8,
  int64_t: 8,
  uint64_t: 8,
  u64: 8,
  s64: 8,
  size_t: 8,
  ssize_t: 8,
  off_t: 8,
  time_t: 8,
  intptr_t: 8,
  uintptr_t: 8,
  ptrdiff_t: 8,
};
const POINTER = 8;
/** Stands for a size that the file does not show; the same for all, so that counts of them compare. */
const NOMINAL = 64;

/** Bytes of one value of a type; arrays not counted. */
export function typeSize({ name, pointers }: TypeName): Linear {
  if ((pointers ?? 0) > 0) return constant(POINTER);
  const bytes = bytesOf(name);
  return bytes === undefined ? { ...constant(NOMINAL), isNominal: true } : constant(bytes);
}

function bytesOf(name: string): number | undefined {
  const words = name.split(/\s+/).map((word) => word.replace(/^std::/, ''));
  if (words.includes('struct') || words.includes('union') || words.includes('class')) return undefined;
  if (words.includes('enum')) return 4;
  for (const word of ['char', 'short', 'long', 'double']) if (words.includes(word)) return BYTES[word];
  for (const word of words) {
    const known = BYTES[word];
    if (known !== undefined) return known;
  }
  return undefined;
}

/** Bits and sign of an integer type; `undefined` for anything else. */
export function integerType({
  name,
  pointers,
}: TypeName): { readonly bits: number; readonly isUnsigned: boolean } | undefined {
  if ((pointers ?? 0) > 0 || /\b(?:float|double|struct|union|class|void)\b/.test(name)) return undefined;
  const bytes = bytesOf(name);
  if (bytes === undefined) return undefined;
  const isUnsigned =
    /\bunsigned\b|\buint|^u\d+$|\bu_|\buchar\b|\bsize_t\b|\bbool\b|\b_Bool\b|uintptr_t|^(?:byte|BYTE|WORD|DWORD)$/.test(
      name,
    );
  return { bits: bytes * 8, isUnsigned };
}

/** Whether a variable of the type holds a single value rather than a structure. */
export function isScalar(type: TypeName): boolean {
  if ((type.sizes?.length ?? 0) > 0) return false;
  return (type.pointers ?? 0) > 0 || bytesOf(type.name) !== undefined;
}

/** What a pointer or an array of this type points to. */
export function elementType(type: TypeName): TypeName | undefined {
  const { sizes = [], pointers = 0, ...rest } = type;
  if (sizes.length > 0) return { ...rest, pointers, sizes: sizes.slice(1) };
  return pointers > 0 ? { ...rest, pointers: pointers - 1 } : undefined;
}
