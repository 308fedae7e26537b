/**
 * MITRE's Common Weakness Enumeration: names, levels and the tree of view CWE-1000.
 *
 * Copyright (c) 2006-2025, The MITRE Corporation, used under https://cwe.mitre.org/about/termsofuse.html; the licence is
 * in the head of `cwe-table.generated.ts`.
 */
import { CWE_CATEGORIES } from './cwe-categories.ts';
import { type CweId, cweId } from './cwe-id.ts';
import { CWE_TABLE } from './cwe-table.generated.ts';

/** How abstract MITRE says a weakness is, from `pillar` down to `variant`; a `compound` is made of several weaknesses. */
export type CweLevel = 'pillar' | 'class' | 'base' | 'variant' | 'compound';

interface Entry {
  readonly name: string;
  readonly level: CweLevel;
  readonly parents: readonly CweId[];
}

const LEVELS: ReadonlyMap<string, CweLevel> = new Map([
  ['P', 'pillar'],
  ['C', 'class'],
  ['B', 'base'],
  ['V', 'variant'],
  ['X', 'compound'],
]);
const LINE = /^\d+ (\w) (\S+) (.+)$/;

let lines: ReadonlyMap<string, string> | undefined;

/** MITRE's name of the weakness, or of a category that is reported like one; `undefined` when the list has no such id. */
export function cweName(id: CweId): string | undefined {
  return entryOf(id)?.name ?? CWE_CATEGORIES[id]?.name;
}

/** How abstract the weakness is; `undefined` for categories and unknown ids. */
export function cweLevel(id: CweId): CweLevel | undefined {
  return entryOf(id)?.level;
}

/** The direct parents, by rising number; a category's is the weakness it stands for. Empty for pillars and unknown ids. */
export function cweParents(id: CweId): readonly CweId[] {
  const category = CWE_CATEGORIES[id];
  return entryOf(id)?.parents ?? (category === undefined ? [] : [category.standsFor]);
}

/** Whether MITRE's list has this weakness, or it is a category that is reported like one. */
export function isKnownCwe(id: CweId): boolean {
  return cweName(id) !== undefined;
}

/**
 * Everything above the weakness, nearest first, each once, itself never.
 *
 * @param maxDepth How many steps up; without it, up to the pillars.
 */
export function ancestorsOf(id: CweId, maxDepth: number = Number.POSITIVE_INFINITY): readonly CweId[] {
  const seen = new Set([id]);
  let row: readonly CweId[] = [id];
  for (let depth = 0; depth < maxDepth && row.length > 0; depth += 1) {
    row = row.flatMap(cweParents).filter((parent) => !seen.has(parent));
    for (const parent of row) seen.add(parent);
  }
  seen.delete(id);
  return [...seen];
}

/** Finds the line on first use and reads it each time: nobody asks for all of them. */
function entryOf(id: CweId): Entry | undefined {
  lines ??= new Map(CWE_TABLE.split('\n').map((line) => [`CWE-${line.slice(0, line.indexOf(' '))}`, line]));
  const [, letter, parents, name] = LINE.exec(lines.get(id) ?? '') ?? [];
  const level = LEVELS.get(letter ?? '');
  if (level === undefined || parents === undefined || name === undefined) return undefined;
  const ids = parents === '-' ? [] : parents.split(',').map((parent) => cweId(Number(parent)));
  return { name, level, parents: ids };
}
