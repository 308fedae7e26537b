/** Name of a weakness in MITRE's list, such as `CWE-89`. No leading zeros. */
export type CweId = `CWE-${number}`;

const SPELLING = /\bCWE[-_ ]?0*([1-9]\d{0,4})\b/i;
const SPELLINGS = new RegExp(SPELLING.source, 'gi');

/** Reads one weakness name in any common spelling (`cwe-089`, `CWE 89`); `undefined` when there is none. */
export function parseCweId(text: string): CweId | undefined {
  const digits = SPELLING.exec(text)?.[1];
  return digits === undefined ? undefined : cweId(Number(digits));
}

/** Every weakness named in `text`, in order of first mention, each once. */
export function cweIdsIn(text: string): readonly CweId[] {
  return [...new Set(Array.from(text.matchAll(SPELLINGS), ([, digits]) => cweId(Number(digits))))];
}

/** The weakness with this number. */
export function cweId(number: number): CweId {
  return `CWE-${number}`;
}

/** The number in a weakness name: 89 for `CWE-89`. */
export function cweNumber(id: CweId): number {
  return Number(id.slice('CWE-'.length));
}
