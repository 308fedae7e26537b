import { fingerprinter } from '../detection/fingerprint.ts';
import type { SessionState } from './state.ts';

/**
 * Why nobody can say that what was imported is no longer there, although it is not open; `undefined` when its analyser was
 * run again, saw it on the given code and does not see it any more.
 *
 * Run as SecCode runs it, an analyser may not see on the given code what was imported: that it reports nothing later is
 * then no news. And what SecCode takes for too small or too unsure to be open, it may still report.
 */
export function unrepeated({
  started,
  upheld,
  best,
}: Pick<SessionState, 'started' | 'upheld' | 'best'>): string | undefined {
  const imported = started?.task.imported;
  if (imported === undefined) return undefined;
  const { tool, repeatedBy } = imported;
  if (repeatedBy === undefined) return `${tool} was not run again: run it and compare.`;
  const repeaters = repeatedBy.split(', ');
  const known = fingerprinter(started?.task.files ?? []);
  const rulesOf = (isWanted: (fingerprint: string) => boolean): readonly string[] => [
    ...new Set(imported.findings.filter((finding) => isWanted(known.of(finding))).map(({ rule }) => rule)),
  ];
  const seen = new Set(repeaters.flatMap((name) => upheld[name] ?? []));
  const unseen = rulesOf((fingerprint) => !seen.has(fingerprint));
  if (unseen.length > 0) {
    return `${tool} as SecCode runs it did not report ${listed(unseen)} on the given code: run it again as before and compare.`;
  }
  const outcomes = best?.outcomes.filter(({ detector }) => repeaters.includes(detector)) ?? [];
  const now = new Set(outcomes.flatMap(({ findings }) => findings).map(({ fingerprint }) => fingerprint));
  const standing = rulesOf((fingerprint) => now.has(fingerprint));
  return standing.length === 0 ? undefined : `${tool} still reports ${listed(standing)} where it did before.`;
}

function listed(rules: readonly string[]): string {
  return `${rules.slice(0, 3).join(', ')}${rules.length > 3 ? ` and ${String(rules.length - 3)} more rules` : ''}`;
}
