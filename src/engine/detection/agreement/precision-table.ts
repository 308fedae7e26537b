import type { CweId } from '#core/cwe-id.ts';
import { familyOf } from '#core/cwe-relations.ts';

/** How often a finding stood in vulnerable code, and how often in secure code. */
export type Count = readonly [inVulnerable: number, inSecure: number];

/** What one detector reached on labelled code. Counts only. */
export interface DetectorPrecision {
  readonly version: string;
  /** By `<rule> <family>`: findings of that rule for weaknesses of that family. */
  readonly rules: Readonly<Record<string, Count>>;
  /** By `<ending of the file> <family>`: samples of that family that it looked at, and in how many it reports the weakness. */
  readonly looks: Readonly<Record<string, { readonly looked: Count; readonly flagged: Count }>>;
}

/** What detectors reached on labelled code, by detector. */
export type PrecisionTable = Readonly<Record<string, DetectorPrecision>>;

export function ruleKey(rule: string, cwe: CweId): string {
  return `${rule} ${familyOf(cwe)}`;
}

/** Endings that mean the same language, by the one that counts are kept under. */
const SAME_ENDINGS: Readonly<Record<string, string>> = {
  cc: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  hh: 'cpp',
  h: 'c',
  mjs: 'js',
  cjs: 'js',
  jsx: 'js',
  tsx: 'ts',
};

/** @param path Of the file, or its ending alone. */
export function lookKey(path: string, cwe: CweId): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return `${SAME_ENDINGS[ending] ?? ending} ${familyOf(cwe)}`;
}

/** All counts of a record as one. */
export function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce<Count>(([t, f], [moreTrue, moreFalse]) => [t + moreTrue, f + moreFalse], [0, 0]);
}
