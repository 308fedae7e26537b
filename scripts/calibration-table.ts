import { type CweId, parseCweId } from '#core/cwe-id.ts';
import { areRelated } from '#core/cwe-relations.ts';
import { cweId } from '#core/cwe-id.ts';
import {
  type Count,
  type DetectorPrecision,
  lookKey,
  type PrecisionTable,
  ruleKey,
} from '#engine/detection/agreement/precision-table.ts';
import { type Outcomes, pathOf, type Said, sampleKey } from './labelled-outcomes.ts';
import type { LabelledSample } from './score-samples.ts';

/** Which of its weaknesses a finding shares with a label. */
export function matchingCwes({ cwes }: Said, label: number): readonly CweId[] {
  return cwes.flatMap((text) => {
    const id = parseCweId(text);
    return id !== undefined && areRelated(id, cweId(label)) ? [id] : [];
  });
}

/**
 * Counts what each rule reaches. Same content under the same label counts once, and samples of a language count only where a
 * set has both kinds, for else nothing could be false.
 */
export function countPrecision(samples: readonly LabelledSample[], all: readonly Outcomes[]): PrecisionTable {
  const distinct = new Map(
    samples.map((sample) => [`${sampleKey(sample)} ${String(sample.cwe)} ${sample.label}`, sample]),
  );
  return Object.fromEntries(
    all.map(({ detector, version, said }): [string, DetectorPrecision] => {
      const rules: Record<string, Count> = {};
      const looked: Record<string, Count> = {};
      const flagged: Record<string, Count> = {};
      for (const sample of distinct.values()) {
        const findings = said.get(sampleKey(sample));
        if (findings === undefined) continue;
        const label = cweId(sample.cwe);
        const keys = new Set<string>();
        for (const finding of findings) {
          for (const cwe of matchingCwes(finding, sample.cwe)) keys.add(ruleKey(finding.rule, cwe));
        }
        for (const key of keys) bump(rules, key, sample.label);
        bump(looked, lookKey(pathOf(sample), label), sample.label);
        if (keys.size > 0) bump(flagged, lookKey(pathOf(sample), label), sample.label);
      }
      const looks = Object.fromEntries(
        Object.keys(looked)
          .toSorted()
          .map((key) => [key, { looked: looked[key] ?? [0, 0], flagged: flagged[key] ?? [0, 0] }] as const),
      );
      return [detector, { version, rules: sorted(rules), looks }];
    }),
  );
}

/** Samples of languages of which their set has both kinds. */
export function balanced(set: readonly LabelledSample[]): readonly LabelledSample[] {
  const has = (language: string, label: string): boolean =>
    set.some((sample) => sample.language === language && sample.label === label);
  return set.filter(({ language }) => has(language, 'vulnerable') && has(language, 'secure'));
}

function bump(counts: Record<string, Count>, key: string, label: LabelledSample['label']): void {
  const [inVulnerable, inSecure] = counts[key] ?? [0, 0];
  counts[key] = label === 'vulnerable' ? [inVulnerable + 1, inSecure] : [inVulnerable, inSecure + 1];
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
