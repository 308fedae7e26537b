import type { ImportedFindings } from '#core/task.ts';
import { fingerprinter } from '../detection/fingerprint.ts';
import type { SessionState } from './state.ts';

/**
 * Why the silence of an analyser that was run again says nothing of what was imported from it; `undefined` when it does.
 *
 * Run with other settings than in the session, it may not see on the given code what it reported there; that it reports
 * nothing later is then no news.
 */
export function unrepeated({ started, upheld }: Pick<SessionState, 'started' | 'upheld'>): string | undefined {
  const imported = started?.task.imported;
  if (imported === undefined) return undefined;
  const { tool, repeatedBy } = imported;
  if (repeatedBy === undefined) return `${tool} was not run again: run it and compare.`;
  const seen = new Set(repeatedBy.split(', ').flatMap((name) => upheld[name] ?? []));
  const known = fingerprinter(started?.task.files ?? []);
  const isSeen = (finding: ImportedFindings['findings'][number]): boolean => seen.has(known.of(finding));
  const rules = [...new Set(imported.findings.filter((finding) => !isSeen(finding)).map(({ rule }) => rule))];
  if (rules.length === 0) return undefined;
  const more = rules.length > 3 ? ` and ${String(rules.length - 3)} more rules` : '';
  return `${tool} as SecCode runs it did not report ${rules.slice(0, 3).join(', ')}${more} on the given code: run it again as before and compare.`;
}
