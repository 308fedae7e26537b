const WINDOW = 100;
const BASE = 37n;
const BITS = 64;
/** Stands for the end of the file. */
const END = '\uffff';
const FILLER = '\0';

/**
 * The values of `primaryLocationLineHash` for lines of one file, by line number.
 *
 * The same as GitHub's own upload step computes: it complains when they differ. A line's hash is taken over the 100
 * characters from its first on, across line ends and without spaces and tabs, as a polynomial of base 37 modulo 2^64;
 * after a colon stands how often that stretch has occurred up to here. It does not depend on the line's number.
 *
 * Source: https://github.com/github/codeql-action, `src/fingerprints.ts`; checked against the values in its tests.
 */
export function lineHashes(text: string, lines: ReadonlySet<number>): ReadonlyMap<number, string> {
  const last = Math.max(0, ...lines);
  const characters = `${text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '')}${END}`;
  const occurrences = new Map<string, number>();
  const hashes = new Map<number, string>();
  let start = 0;
  for (let line = 1; line <= last && start < characters.length; line += 1) {
    const stretch = characters.slice(start, start + WINDOW);
    const occurrence = (occurrences.get(stretch) ?? 0) + 1;
    occurrences.set(stretch, occurrence);
    if (lines.has(line)) hashes.set(line, `${polynomial(stretch)}:${occurrence}`);
    const lineBreak = characters.indexOf('\n', start);
    start = lineBreak < 0 ? characters.length : lineBreak + 1;
  }
  return hashes;
}

function polynomial(stretch: string): string {
  let hash = 0n;
  for (const character of stretch.padEnd(WINDOW, FILLER).split('')) {
    hash = BigInt.asUintN(BITS, hash * BASE + BigInt(character.charCodeAt(0)));
  }
  return hash.toString(16);
}
