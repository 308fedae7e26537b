import { type CweId, cweNumber } from '#core/cwe-id.ts';
import { isCatchAll, kinOf } from '#core/cwe-relations.ts';
import { ancestorsOf } from '#core/cwe-table.ts';
import type { Guidance } from './guidance.ts';

/** Lazy loaders by folder name (`cwe-89`): the generated registry. */
export type GuidanceLoaders = Readonly<Record<string, () => Promise<Guidance>>>;

/**
 * What is known about fixing `cwe`: its own entry, else its nearest ancestor's, else that of the usual weakness of its
 * family, else that of a catch-all above it; `undefined` when none of them has one.
 *
 * A catch-all such as CWE-703 comes last: it is true of the weakness, but too general to be followed.
 */
export async function guidanceFor(cwe: CweId, load: GuidanceLoaders): Promise<Guidance | undefined> {
  const ancestors = ancestorsOf(cwe);
  const telling = ancestors.filter((ancestor) => !isCatchAll(ancestor));
  for (const candidate of [cwe, ...telling, ...kinOf(cwe), ...ancestors]) {
    const folder = `cwe-${cweNumber(candidate)}`;
    // A name such as `cwe-constructor` can't come up, but a registry is data: only its own keys count.
    if (Object.hasOwn(load, folder)) return load[folder]?.();
  }
  return undefined;
}

/**
 * How to fix it in one language: that language's own text, else that of the first of `kin` that has one, else the general
 * one. Both are worth showing: the language's text names the API, `guidance.fixed.general` the principle.
 *
 * @param kin Ids of languages whose text also fits, best first (`Language.kin`).
 */
export function fixFor(guidance: Guidance, language: string, kin: readonly string[] = []): string {
  for (const id of [language, ...kin]) {
    const text = Object.hasOwn(guidance.fixed, id) ? guidance.fixed[id] : undefined;
    if (text !== undefined) return text;
  }
  return guidance.fixed.general;
}
