import { parseCweId } from '#core/cwe-id.ts';
import { isKnownCwe } from '#core/cwe-table.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { AnalysisKit } from '#engine/detection/analysis-kit.ts';
import { checkRuleWishes, chooseRules, NO_RULE_WISHES, type RuleWishes } from '#engine/detection/rule-choice.ts';
import { type Extensions, loadAll, type Registry } from '../compose.ts';
import { canSpread } from './can-spread.ts';

/** Rules and front ends for the languages at hand; of the others nothing is loaded. */
export function openAnalysis(
  extensions: Extensions,
  wishes: RuleWishes = NO_RULE_WISHES,
  concurrency: number = Number.POSITIVE_INFINITY,
): AnalysisKit {
  /** A language may be read by what lies in the folder of another: its kin. */
  const loadFor = async <Loaded>(registry: Registry<Loaded>, ids: ReadonlySet<string>): Promise<readonly Loaded[]> => {
    const { languages } = await extensions.syntax();
    const folders = languages.flatMap(({ id, kin = [] }) => (ids.has(id) ? [id, ...kin] : []));
    const loaders = [...new Set(folders)].flatMap((folder) => registry[folder] ?? []);
    return await Promise.all(loaders.map((load) => load()));
  };
  const reads = (languages: readonly string[], ids: ReadonlySet<string>): boolean =>
    languages.some((language) => ids.has(language));
  return {
    frontEnds: async (ids) =>
      (await loadFor(extensions.frontEnds, ids)).filter(({ languages }) => reads(languages, ids)),
    rules: async (ids) => {
      const rules = (await loadFor(extensions.rules, ids)).flat();
      return chooseRules(
        rules.filter(({ languages }) => reads(languages, ids)),
        wishes,
      );
    },
    // Loaded when it is needed: most scans are of a few files.
    ...(canSpread()
      ? {
          spread: async (files, signal) => {
            const { analyseOnThreads } = await import('./analysis-pool.ts');
            return await analyseOnThreads(files, { wishes, concurrency, signal });
          },
        }
      : {}),
  };
}

/** Every rule there is, in the order of the ids. */
export async function allRules(extensions: Pick<Extensions, 'rules'>): Promise<readonly Rule[]> {
  return (await loadAll(extensions.rules)).flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Refuses names of rules that choose nothing. Loads rules only when somebody named one.
 *
 * @param hasOthers Detectors with rules of their own may run: a weakness that no rule here finds may be one of theirs.
 * @throws {SecCodeError} `USAGE`, with the nearest known name.
 */
export async function requireKnownRules(
  { only, without }: RuleWishes,
  extensions: Pick<Extensions, 'rules'>,
  hasOthers: boolean,
): Promise<void> {
  const isChecked = (name: string): boolean => {
    const cwe = parseCweId(name);
    return !hasOthers || name.includes('/') || cwe === undefined || !isKnownCwe(cwe);
  };
  const wishes = { only: only.filter(isChecked), without: without.filter(isChecked) };
  if (wishes.only.length + wishes.without.length > 0) checkRuleWishes(await allRules(extensions), wishes);
}
