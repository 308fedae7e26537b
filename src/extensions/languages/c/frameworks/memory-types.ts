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
/** `ut8`, `guint16`, `__le32`, `UINT64`, `opj_uint32`: what projects call integers that say how many bits they have. */
const WITH_BITS =
  /^(?:[A-Za-z_]*?_)?_*(?:[gsuU]|[SU]I|Q|q|le|be|C|z)?(?:int|INT|Int|uint|UINT|UInt|nt|t|i|I|u|U|s|S|CARD|le|be)_?(8|16|32|64)(?:_t|Number)?$/;
/** Others that a header of a library defines everywhere alike. */
const KNOWN: Readonly<Record<string, number>> = {
  UCHAR: 1,
  UChar: 1,
  xmlChar: 1,
  CHAR: 1,
  BOOLEAN: 1,
  Bytef: 1,
  JOCTET: 1,
  JSAMPLE: 1,
  png_byte: 1,
  guchar: 1,
  gchar: 1,
  USHORT: 2,
  SHORT: 2,
  ushort: 2,
  u_short: 2,
  WCHAR: 2,
  guint: 4,
  gint: 4,
  uint: 4,
  u_int: 4,
  uInt: 4,
  UINT: 4,
  INT: 4,
  BOOL: 4,
  ULONG: 8,
  LONG: 8,
  ulong: 8,
  u_long: 8,
  uLong: 8,
  gsize: 8,
  gssize: 8,
  SIZE_T: 8,
  loff_t: 8,
  tmsize_t: 8,
  SSize_t: 8,
  Py_ssize_t: 8,
};
/** Words that decide, whatever stands around them: `unsigned long int`. */
const DECIDING = ['char', 'short', 'long', 'double'];
const UNSIGNED =
  /\bunsigned\b|\buint|^u\d+$|\bu_|\buchar\b|\bsize_t\b|\bbool\b|\b_Bool\b|uintptr_t|^(?:byte|BYTE|WORD|DWORD)$/;
/** A letter of the short names that says so: `ut8`, `GUINT32`, `__be16`, `CARD8`, `AP4_UI32`. */
const UNSIGNED_SHORT =
  /^(?:.*_)?_*(?:g?u(?:int|nt|t|i)?|G?U(?:INT|Int|I)?|CARD|le|be)_?(?:8|16|32|64)(?:_t|Number)?$|UInt\d|^(?:UCHAR|UChar|xmlChar|Bytef|JOCTET|JSAMPLE|png_byte|guchar|USHORT|ushort|WCHAR|guint|uint|uInt|UINT|ULONG|ulong|uLong|gsize|SIZE_T)$/;

/** The type that a name of one means. */
export function plainType(name: string): PlainType | undefined {
  const before = asked.get(name);
  if (before !== undefined || asked.has(name)) return before;
  const type = typeByWords(name);
  // A file decides how many names there are.
  if (asked.size >= MOST_NAMES) asked.clear();
  asked.set(name, type);
  return type;
}

/** Asked for the same names over and over. */
const asked = new Map<string, PlainType | undefined>();
const MOST_NAMES = 5_000;

function typeByWords(name: string): PlainType | undefined {
  const bytes = bytesOf(name);
  if (bytes === undefined) return undefined;
  if (/\b(?:float|double)\b/.test(name)) return { bytes };
  return { bytes, integer: { isUnsigned: UNSIGNED.test(name) || UNSIGNED_SHORT.test(name) } };
}

function bytesOf(name: string): number | undefined {
  const words = name.split(/\s+/).map((word) => word.replace(/^std::/, ''));
  if (words.includes('struct') || words.includes('union') || words.includes('class')) return undefined;
  if (words.includes('enum')) return ENUMERATION;
  const deciding = DECIDING.find((word) => words.includes(word));
  if (deciding !== undefined) return BYTES[deciding];
  return words.map(bytesOfWord).find((bytes) => bytes !== undefined);
}

function bytesOfWord(word: string): number | undefined {
  const known = BYTES[word] ?? KNOWN[word];
  if (known !== undefined) return known;
  const bits = /float|^f\d/i.test(word) ? undefined : WITH_BITS.exec(word)?.[1];
  return bits === undefined ? undefined : Number(bits) / 8;
}
