import { type SecretPattern, SECRET_PATTERNS } from './secret-pattern.ts';
import { isStandIn, looksRandom } from './stand-in-value.ts';

/** A secret in a text, without what may stay readable around it. */
export interface FoundSecret {
  readonly kind: string;
  /** Characters from the text's start. */
  readonly start: number;
  readonly secret: string;
  readonly alphabet: 'base32' | 'alphanumeric';
  /** Also to be hidden elsewhere. */
  readonly isUnmistakable: boolean;
}

const KEY_EDGE = /-----(?<edge>BEGIN|END) (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;

/** Longest stretch of a private key that is looked at when its end is missing, characters. */
const UNCLOSED_KEY = 5_000;

/** Pieces of a key's body. An escaped line break between them (`\n` in a string literal) is not a part of either. */
const KEY_PIECE = /\\[nr]|(?<piece>[A-Za-z0-9+/]{8,}={0,2})/g;

/** Every secret in `text`, in order, none overlapping another. */
export function findSecrets(text: string): readonly FoundSecret[] {
  const found = [...privateKeys(text), ...SECRET_PATTERNS.flatMap((pattern) => [...matches(text, pattern)])];
  // Stable: of two at one place the pattern listed first wins, for it knows the form better.
  found.sort((a, b) => a.start - b.start);
  const apart: FoundSecret[] = [];
  let end = 0;
  for (const secret of found) {
    if (secret.start < end) continue;
    apart.push(secret);
    end = secret.start + secret.secret.length;
  }
  return apart;
}

function* matches(
  text: string,
  { kind, pattern, alphabet, isUnmistakable, needsRandomness }: SecretPattern,
): Generator<FoundSecret> {
  for (const match of text.matchAll(pattern)) {
    const secret = match.groups?.['secret'];
    if (secret === undefined || isStandIn(secret) || (needsRandomness === true && !looksRandom(secret))) continue;
    const start = match.index + match[0].lastIndexOf(secret);
    yield { kind, start, secret, alphabet: alphabet ?? 'alphanumeric', isUnmistakable };
  }
}

/** Each line of a private key is a secret of its own, so that the key survives being indented or joined. */
function* privateKeys(text: string): Generator<FoundSecret> {
  let begin: number | undefined;
  const edges = [...text.matchAll(KEY_EDGE)];
  for (const [index, edge] of edges.entries()) {
    const after = edge.index + edge[0].length;
    if (edge.groups?.['edge'] === 'BEGIN') {
      const next = edges[index + 1];
      begin = after;
      if (next?.groups?.['edge'] === 'END') continue;
      yield* keyPieces(text, begin, Math.min(next?.index ?? text.length, begin + UNCLOSED_KEY));
    } else if (begin !== undefined) {
      yield* keyPieces(text, begin, Math.min(edge.index, begin + LONGEST_KEY));
    }
    begin = undefined;
  }
}

/** Characters; a key of 16,384 bits has 13,000. What is longer is no key, and hiding it line by line would take long. */
const LONGEST_KEY = 16_000;

function* keyPieces(text: string, start: number, end: number): Generator<FoundSecret> {
  for (const match of text.slice(start, end).matchAll(KEY_PIECE)) {
    const secret = match.groups?.['piece'];
    if (secret === undefined || new Set(secret).size <= 3) continue;
    yield { kind: 'private-key', start: start + match.index, secret, alphabet: 'alphanumeric', isUnmistakable: true };
  }
}
