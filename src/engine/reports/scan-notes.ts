import type { BaselineEntry } from '../detection/baseline.ts';
import { plural } from './amounts.ts';
import type { ScanReport } from './format.ts';
import { scanVerdict } from './scan-verdict.ts';

/** Entries that are named one by one in a note. */
const NAMED = 5;

/** How many findings below the wanted confidence a scan left out. */
export function countBelowConfidence({ belowConfidence = {} }: Pick<ScanReport, 'belowConfidence'>): number {
  return Object.values(belowConfidence).reduce((sum, count) => sum + count, 0);
}

/** Why an accepted finding is accepted, who answers for it, and how long. */
export function acceptanceOf({ reason, owner, expires }: BaselineEntry): string {
  return `${reason} (${owner}${expires === undefined ? '' : `, until ${expires}`})`;
}

/** What a reader of the findings must know that the findings do not say, one sentence each. */
export function scanNotes(report: ScanReport): readonly string[] {
  const below = countBelowConfidence(report);
  const fixable = scanVerdict(report).open.filter(({ fix = [] }) => fix.length > 0).length;
  return [
    ...(fixable === 0
      ? []
      : [`${plural(fixable, 'finding')} can be fixed without a model: \`seccode fix --no-model\` shows how.`]),
    ...ruleNotes(report),
    ...baselineNotes(report),
    ...(below === 0
      ? []
      : [
          `${plural(below, 'finding')} below ${report.minConfidence} confidence ${below === 1 ? 'is' : 'are'} left out; --min-confidence low shows ${below === 1 ? 'it' : 'them'}.`,
        ]),
  ];
}

function ruleNotes({ rules }: ScanReport): readonly string[] {
  if (rules === undefined) return [];
  const { only, without } = rules;
  return [
    ...(only.length === 0 ? [] : [`Only these rules were run: ${only.join(', ')}.`]),
    ...(without.length === 0 ? [] : [`These rules were not run: ${without.join(', ')}.`]),
  ];
}

function baselineNotes({ baseline }: ScanReport): readonly string[] {
  if (baseline === undefined) return [];
  const { file, expired, invalid, stale } = baseline;
  const entries = (count: number): string => `${count === 1 ? '1 entry' : `${count} entries`} of ${file}`;
  return [
    ...(expired.length === 0
      ? []
      : [`${entries(expired.length)} expired and no longer ${counts(expired.length)}: ${named(expired)}.`]),
    ...(invalid.length === 0
      ? []
      : [
          `${entries(invalid.length)} ${invalid.length === 1 ? 'does' : 'do'} not count: ${named(invalid.map(({ entry }) => entry))}. ${[...new Set(invalid.map(({ message }) => message))].join(' ')}`,
        ]),
    ...(stale.length === 0
      ? []
      : [
          `${entries(stale.length)} ${stale.length === 1 ? 'speaks of a finding that is' : 'speak of findings that are'} gone; \`seccode baseline prune\` removes ${stale.length === 1 ? 'it' : 'them'}.`,
        ]),
  ];
}

function counts(count: number): string {
  return count === 1 ? 'counts' : 'count';
}

function named(entries: readonly BaselineEntry[]): string {
  const names = entries.slice(0, NAMED).map(({ rule, path }) => `${rule} in ${path}`);
  return [...names, ...(entries.length > NAMED ? [`${entries.length - NAMED} more`] : [])].join(', ');
}
