const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\u001B',
};

const ESCAPE = /\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{1,8})|([0-7]{1,3})|\r\n|([\s\S]))/g;

/** The text that a literal stands for, given what stands between its quotes. */
export function decodeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (_, long?: string, short?: string, byte?: string, octal?: string, sign?: string) => {
    const hex = long ?? short ?? byte;
    if (hex !== undefined) return fromPoint(Number.parseInt(hex, 16));
    if (octal !== undefined) return fromPoint(Number.parseInt(octal, 8));
    // A line that goes on gives nothing.
    if (sign === undefined || sign === '\n' || sign === '\r') return '';
    return SIMPLE[sign] ?? sign;
  });
}

function fromPoint(point: number): string {
  return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
}

/** The text of a string as written, with its prefix and quotes: `L"x"`, `R"(x)"`. */
export function decodeString(source: string): string {
  const quote = source.indexOf('"');
  if (quote < 0) return source;
  if (source[quote - 1] === 'R') {
    const open = source.indexOf('(', quote);
    if (open < 0) return source.slice(quote + 1);
    const ending = `)${source.slice(quote + 1, open)}"`;
    return source.slice(open + 1, source.endsWith(ending) ? -ending.length : undefined);
  }
  return decodeText(source.slice(quote + 1, source.length > quote + 1 && source.endsWith('"') ? -1 : undefined));
}

/** The code of a character as written: `'a'`, `L'\n'`. */
export function decodeCharacter(source: string): number {
  const quote = source.indexOf("'");
  const inner = source.slice(quote + 1, source.length > quote + 1 && source.endsWith("'") ? -1 : undefined);
  const code = decodeText(inner).codePointAt(0) ?? 0;
  // `'\xff'` is a `char`, and that is signed where most programs run.
  return quote === 0 && code > 127 && code < 256 ? code - 256 : code;
}

const INTEGER = /^([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|\d+)[uUlLzZ]*$/;
const REAL = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[fFlLdD]*$/;

/** The number a numeric literal stands for; `undefined` when it has a suffix of the program's own. */
export function decodeNumber(raw: string): number | undefined {
  const plain = raw.replace(/['_\s]/g, '');
  const integer = INTEGER.exec(plain);
  if (integer !== null) {
    const [, sign, digits = ''] = integer;
    const value = /^0\d+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
    return sign === '-' ? -value : value;
  }
  const real = REAL.exec(plain);
  if (real !== null) return Number(real[1]);
  const exact = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)[fFlL]?$/.exec(plain);
  if (exact === null) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = exact;
  const value = Number.parseInt(`0${whole}${fraction}`, 16) * 2 ** (Number(power) - 4 * fraction.length);
  return sign === '-' ? -value : value;
}
