import type { Language } from '../syntax/language.ts';
import { knowsLanguage } from './applicability.ts';
import type { Detector } from './detector.ts';

/** What is needed of a detector to see whether it belongs to a group. */
export type GroupMember = Pick<Detector, 'name' | 'languages' | 'needsModel' | 'isGate' | 'isExternal'>;

/** Groups beside the languages' own. */
const GROUPS: Readonly<Record<string, (detector: GroupMember) => boolean>> = {
  all: () => true,
  external: ({ isExternal }) => isExternal === true,
};

/** Names that stand for several detectors: `all`, `external` (programs of this machine), and the id of each language. */
export function detectorGroups(languages: readonly Pick<Language, 'id'>[]): readonly string[] {
  return [...Object.keys(GROUPS), ...languages.map(({ id }) => id)];
}

/**
 * Puts the members of a group in the place of its name, each detector once. Members are detectors that look for weaknesses
 * and need no model; those that need one are named one by one, since they cost money.
 *
 * @param usable Detectors that can be used here and now: a group means what there is.
 */
export function expandGroups(
  names: readonly string[],
  usable: readonly GroupMember[],
  languages: readonly Language[],
): readonly string[] {
  const membersOf = (name: string): readonly string[] | undefined => {
    const language = languages.find(({ id }) => id === name);
    const own = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
    const test = language === undefined ? own : (detector: GroupMember) => knowsLanguage(detector, language);
    if (test === undefined) return undefined;
    return usable
      .filter((detector) => detector.isGate !== true && !detector.needsModel && test(detector))
      .map((detector) => detector.name);
  };
  return [...new Set(names.flatMap((name) => membersOf(name) ?? [name]))];
}
