/** Escapes of one character. */
const SIMPLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([\s\S]))/g;

/** The text that an interpreted string or a rune stands for. */
export function decodeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    ESCAPE,
    (_, byte?: string, short?: string, long?: string, octal?: string, simple?: string): string => {
      const hex = byte ?? short ?? long;
      if (hex !== undefined) return codePoint(parseInt(hex, 16));
      if (octal !== undefined) return codePoint(parseInt(octal, 8));
      return simple === undefined ? '' : (SIMPLE[simple] ?? simple);
    },
  );
}

function codePoint(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
}

/** The number as written: `1_000`, `0x1F`, `0o777`, `0777`, `1e3`; `undefined` for what JavaScript cannot say. */
export function decodeNumber(written: string): number | undefined {
  const digits = written.replaceAll('_', '');
  const value = /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
  return Number.isNaN(value) ? undefined : value;
}
