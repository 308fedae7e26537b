const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Stands for a character that is named (`\N{…}`) or that does not exist. */
const SOME_CHARACTER = '\uFFFD';

/** The text that an escape sequence of a literal stands for; bytes know fewer of them. */
export function decodeEscape(written: string, isBytes: boolean): string {
  const letter = written[1] ?? '';
  const simple = SIMPLE[letter];
  if (simple !== undefined) return simple;
  if (letter === '\n' || letter === '\r') return '';
  if (letter === 'x') return fromCode(parseInt(written.slice(2), 16));
  if (letter >= '0' && letter <= '9') {
    const digits = /^[0-7]+/.exec(written.slice(1))?.[0];
    return digits === undefined ? written : fromCode(parseInt(digits, 8)) + written.slice(1 + digits.length);
  }
  if (isBytes) return written;
  if (letter === 'u' || letter === 'U') return fromCode(parseInt(written.slice(2), 16));
  return letter === 'N' ? SOME_CHARACTER : written;
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : SOME_CHARACTER;
}
