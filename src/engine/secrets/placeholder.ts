const ALPHABETS = {
  alphanumeric: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  hexadecimal: '0123456789abcdef',
} as const;

/** Says to a reader of a log that this is no key of anybody; each spelling is valid in its alphabet. */
const MARKS = { alphanumeric: 'SecCode', base32: 'SECCODE', hexadecimal: '5ecc0de' } as const;

interface PlaceholderOf {
  readonly secret: string;
  readonly alphabet: 'base32' | 'alphanumeric';
  /** The same number gives the same placeholder; never derived from the secret, which could then be guessed from it. */
  readonly number: number;
}

/**
 * Text of the same length and form that stands in for a secret: `-`, `_`, `.`, `/`, `+` and `=` stay where they are
 * unless the secret is short, the rest looks as random as a key does, so that a detector of hard-coded credentials sees one.
 */
export function placeholderFor({ secret, alphabet, number }: PlaceholderOf): string {
  const form = alphabet === 'alphanumeric' && /^[0-9a-f]+$/.test(secret) ? 'hexadecimal' : alphabet;
  const letters = ALPHABETS[form];
  const isLong = secret.length >= 20;
  const draw = numbersFrom(number);
  let text = '';
  for (const [index, character] of secret.split('').entries()) {
    const drawn = letters[draw() % letters.length] ?? '';
    text += isLong && (/[-_./+=]/.test(character) || isTokenHead(secret, index)) ? character : drawn;
  }
  const mark = MARKS[form];
  const room = isLong ? wordStart(text, mark.length) : undefined;
  return room === undefined ? text : text.slice(0, room) + mark + text.slice(room + mark.length);
}

/** The second part of a JSON Web Token starts with `eyJ` like the first; without it the token is none. */
function isTokenHead(secret: string, index: number): boolean {
  const dot = secret.lastIndexOf('.', index);
  return dot >= 0 && index - dot <= 3 && secret.startsWith('.eyJ', dot);
}

/** Where `length` letters or digits stand in a row; `undefined` when nowhere. */
function wordStart(text: string, length: number): number | undefined {
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    run = /[A-Za-z0-9]/.test(text[index] ?? '') ? run + 1 : 0;
    if (run === length) return index + 1 - length;
  }
  return undefined;
}

/** Whole numbers from 0 to 2³²−1 in a fixed order: Mulberry32, which is enough where nothing depends on surprise. */
function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
