const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
};

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|\r\n|([\s\S]))/g;

/** The text that a string or a template stands for, given what stands between its quotes. */
export function decodeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (_, point?: string, unit?: string, byte?: string, octal?: string, sign?: string) => {
    const hex = point ?? unit ?? byte;
    if (hex !== undefined) return fromPoint(Number.parseInt(hex, 16));
    if (octal !== undefined) return fromPoint(Number.parseInt(octal, 8));
    // A line that goes on gives nothing.
    if (sign === undefined || /[\n\r\u2028\u2029]/.test(sign)) return '';
    return SIMPLE[sign] ?? sign;
  });
}

function fromPoint(point: number): string {
  return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
}

/** The number that a numeric literal stands for; big integers too, as far as a number holds them. */
export function decodeNumber(raw: string): number {
  const plain = raw.replace(/_|n$/g, '');
  if (/^0[0-7]+$/.test(plain)) return Number.parseInt(plain, 8);
  return Number(plain);
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00A0',
};

/** The text of markup, with the references to characters that matter read. */
export function decodeMarkup(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|[a-z]{2,5});/g,
    (whole, decimal?: string, hex?: string) => {
      if (decimal !== undefined) return fromPoint(Number.parseInt(decimal, 10));
      if (hex !== undefined) return fromPoint(Number.parseInt(hex, 16));
      return REFERENCES[whole] ?? whole;
    },
  );
}
