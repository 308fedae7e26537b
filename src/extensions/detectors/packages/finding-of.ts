import type { Confidence } from '#core/severity.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import type { NameList } from './name-list.ts';
import { meantName } from './nearby.ts';
import type { RegistryName, Suspect } from './suspect.ts';

const TITLES = { pypi: 'PyPI', npm: 'npm' } as const;

/**
 * The finding for a name that the list does not have.
 *
 * Python's list is whole, so that no package had the name in its month, but a module need not be called like its package.
 * npm's has the packages that are used: of a name that is not in it only the registry can say that it does not exist.
 *
 * @param isAsked The registry has been asked, and has no such package.
 */
export function findingOf(suspect: Suspect, list: NameList, isAsked: boolean): ReportedFinding {
  const { registry, name, span } = suspect;
  const meant = meantName(name, list.wellKnown);
  const fact = factOf(registry, name, list, isAsked);
  return {
    rule: meant === undefined ? 'unknown-package' : 'misspelt-package',
    cwes: ['CWE-829'],
    severity: meant === undefined ? 'medium' : 'high',
    confidence: confidenceOf(suspect, meant !== undefined, isAsked),
    span,
    message: meant === undefined ? `${fact}.` : `${fact}, and one letter away is '${meant}'.`,
    remediation:
      meant === undefined
        ? 'Use a package that exists, or write what is needed.'
        : `Use '${meant}' if that is what was meant.`,
  };
}

function factOf(registry: RegistryName, name: string, { month, count }: NameList, isAsked: boolean): string {
  if (isAsked) return `${TITLES[registry]} has no package '${name}', and anybody may register it`;
  return registry === 'pypi'
    ? `${TITLES.pypi} had no package '${name}' in ${month}, and anybody may register it`
    : `'${name}' is not among the ${String(count)} packages of npm that were in use in ${month}; whether it exists was not looked up`;
}

function confidenceOf({ registry, isRequirement }: Suspect, isMisspelt: boolean, isAsked: boolean): Confidence {
  if (registry === 'npm') return isAsked ? 'high' : isMisspelt ? 'medium' : 'low';
  return isMisspelt || (isAsked && isRequirement) ? 'high' : 'medium';
}
