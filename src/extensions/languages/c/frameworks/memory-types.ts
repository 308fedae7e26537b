import type { PlainType } from '#engine/analysis/memory/memory-table.ts';

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
const ENUMERATION = 4;
/** Words that decide, whatever stands around them: `unsigned long int`. */
const DECIDING = ['char', 'short', 'long', 'double'];
const UNSIGNED =
  /\bunsigned\b|\buint|^u\d+$|\bu_|\buchar\b|\bsize_t\b|\bbool\b|\b_Bool\b|uintptr_t|^(?:byte|BYTE|WORD|DWORD)$/;

/** The type that a name of one means. */
export function plainType(name: string): PlainType | undefined {
  const bytes = bytesOf(name);
  if (bytes === undefined) return undefined;
  if (/\b(?:float|double)\b/.test(name)) return { bytes };
  return { bytes, integer: { isUnsigned: UNSIGNED.test(name) } };
}

function bytesOf(name: string): number | undefined {
  const words = name.split(/\s+/).map((word) => word.replace(/^std::/, ''));
  if (words.includes('struct') || words.includes('union') || words.includes('class')) return undefined;
  if (words.includes('enum')) return ENUMERATION;
  const deciding = DECIDING.find((word) => words.includes(word));
  if (deciding !== undefined) return BYTES[deciding];
  return words.map((word) => BYTES[word]).find((bytes) => bytes !== undefined);
}
