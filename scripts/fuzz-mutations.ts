import { nested, nestedBlocks } from './fuzz-nesting.ts';
import type { FuzzRandom } from './fuzz-random.ts';

/** What a mutation may use. */
export interface MutationContext {
  readonly language: string;
  readonly random: FuzzRandom;
  /** Another text, to mix in. */
  readonly other: string;
}

/** Makes another text of a text. */
export type Mutation = (text: string, context: MutationContext) => string;

const TOKEN = /\w+|\s+|[^\w\s]/gu;
const WORD = /^[A-Za-z_]\w*$/;

/** Look like other characters, join with neighbours, turn the direction, or are no characters at all. */
const ODD = [
  '\u0430',
  '\u0435',
  '\uFF08',
  '\u037E',
  '\u2028',
  '\u2029',
  '\u00A0',
  '\u200B',
  '\u202E',
  '\u0301',
  '\uFEFF',
  '\uD800',
  '\u{1F600}',
  '\u{10FFFF}',
  '\uFFFD',
] as const;
const CONTROL = ['\0', '\r', '\f', '\v', '\b', '\u001B', '\u007F', '\t'] as const;
const BRACKETS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '"',
  "'",
  '`',
  '"""',
  '${',
  '/*',
  '*/',
  '#',
  '\\',
  ':',
  ';',
  ',',
] as const;

const changeTokens = (change: (tokens: string[], random: FuzzRandom) => void): Mutation => {
  return (text, { random }) => {
    const tokens = text.match(TOKEN) ?? [];
    for (let left = 1 + random.below(8); left > 0 && tokens.length > 0; left -= 1) change(tokens, random);
    return tokens.join('');
  };
};

/** A place between two characters. */
const placeIn = (text: string, random: FuzzRandom): number => random.below(text.length + 1);

const insert = (text: string, at: number, piece: string): string => `${text.slice(0, at)}${piece}${text.slice(at)}`;

/** Every mutation by its name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  deleteTokens: changeTokens((tokens, random) => tokens.splice(random.below(tokens.length), 1 + random.below(4))),
  duplicateTokens: changeTokens((tokens, random) => {
    const from = random.below(tokens.length);
    tokens.splice(from, 0, ...tokens.slice(from, from + 1 + random.below(20)));
  }),
  swapTokens: changeTokens((tokens, random) => {
    const a = random.below(tokens.length);
    const b = random.below(tokens.length);
    const kept = tokens[a] ?? '';
    tokens[a] = tokens[b] ?? '';
    tokens[b] = kept;
  }),
  swapWords: changeTokens((tokens, random) => {
    const at = random.below(tokens.length);
    const words = tokens.filter((token) => WORD.test(token));
    if (words[0] !== undefined) tokens[at] = words[random.below(words.length)] ?? '';
  }),
  truncate: (text, { random }) =>
    random.oneIn(2) ? text.slice(0, placeIn(text, random)) : text.slice(placeIn(text, random)),
  floodBrackets: (text, { random }) =>
    insert(text, placeIn(text, random), random.pick(BRACKETS).repeat(1 + random.below(500))),
  insertBytes: (text, { random }) => insert(text, placeIn(text, random), randomBytes(1 + random.below(200), random)),
  nest: (text, { language, random }) => insert(text, placeIn(text, random), nested(language, random)),
  nestBlocks: (text, { language, random }) => `${random.oneIn(2) ? text : ''}\n${nestedBlocks(language, random)}`,
  hugeLine: (text, { random }) => {
    const line = text.slice(0, 400).replaceAll('\n', ' ');
    return `${text}\n${line.repeat(1 + Math.floor(random.below(12_000) / (line.length + 1)))}`;
  },
  hugeText: (text, { random }) => insert(text, placeIn(text, random), `"${'a\\'.repeat(random.below(4000))}"`),
  hugeNumber: (text, { random }) => insert(text, placeIn(text, random), ` ${'9'.repeat(1 + random.below(5000))} `),
  splice: (text, { random, other }) => `${text.slice(0, placeIn(text, random))}${other.slice(placeIn(other, random))}`,
  repeatPart: (text, { random }) => {
    const from = placeIn(text, random);
    const part = text.slice(from, from + 1 + random.below(300));
    return insert(text, from, part.repeat(1 + random.below(40)));
  },
  oddCharacters: (text, { random }) => {
    let odd = text;
    for (let left = 1 + random.below(10); left > 0; left -= 1)
      odd = insert(odd, placeIn(odd, random), random.pick(ODD));
    return odd;
  },
  controlCharacters: (text, { random }) =>
    insert(text, placeIn(text, random), random.pick(CONTROL).repeat(1 + random.below(3))),
  byteOrderMark: (text) => `\uFEFF${text}`,
  carriageReturns: (text, { random }) => text.replaceAll('\n', random.oneIn(2) ? '\r\n' : '\r'),
  indentation: (text, { random }) =>
    text.replace(/^[ \t]+/gm, (blanks) => (random.oneIn(5) ? ' '.repeat(random.below(12)) : blanks)),
};

/** Bytes of any value, read as UTF-8: what is none becomes the replacement character. */
export function randomBytes(length: number, random: FuzzRandom): string {
  const bytes = Uint8Array.from({ length }, () => (random.oneIn(3) ? random.below(256) : 32 + random.below(95)));
  return new TextDecoder().decode(bytes);
}
