import type { CweId } from '#core/cwe-id.ts';
import { cweId } from '#core/cwe-id.ts';
import { areRelated, familyOf } from '#core/cwe-relations.ts';
import type { Confidence } from '#core/severity.ts';
import type { CountTable, Counts, FamilyCounts, RuleCounts } from '#engine/detection/agreement/count-table.ts';
import type { Looks } from './agreement-outcomes.ts';
import type { GroupedSample } from './agreement-samples.ts';

/** Counts what each detector reports in samples with the weakness it reports, and in those known not to have it. */
export function countReports(samples: readonly GroupedSample[], looks: Looks): CountTable {
  const totals = new Map<string, Counts>();
  const families = new Map<string, FamilyCounts>();
  const rules = new Map<string, RuleCounts>();
  for (const sample of uniqueOf(samples)) {
    const label = cweId(sample.cwe);
    const family = familyOf(label);
    const add = ([vulnerable, secure]: Counts): Counts =>
      sample.label === 'vulnerable' ? [vulnerable + 1, secure] : [vulnerable, secure + 1];
    totals.set(sample.language, add(totals.get(sample.language) ?? [0, 0]));
    for (const { detector, hasLooked, findings } of looks.of(sample)) {
      if (!hasLooked) continue;
      const matching = findings.filter(({ cwes }) => cwes.some((cwe) => areRelated(cwe, label)));
      const key = [detector, sample.language, family].join('\n');
      const old = families.get(key) ?? {
        detector,
        language: sample.language,
        family,
        looked: [0, 0],
        reported: [0, 0],
      };
      const isReported = matching.some(({ confidence }) => confidence !== 'low');
      families.set(key, {
        ...old,
        looked: add(old.looked),
        reported: isReported ? add(old.reported) : old.reported,
      });
      const kinds = new Map<string, { rule: string; reported: CweId; confidence: Confidence }>();
      for (const { rule, cwes, confidence } of matching) {
        const reported = familyOf(cwes[0] ?? label);
        kinds.set([rule, reported, confidence].join('\n'), { rule, reported, confidence });
      }
      for (const [kind, { rule, reported, confidence }] of kinds) {
        const ruleKey = [detector, sample.language, kind].join('\n');
        const before = rules.get(ruleKey)?.counts ?? [0, 0];
        rules.set(ruleKey, {
          detector,
          language: sample.language,
          rule,
          family: reported,
          confidence,
          counts: add(before),
        });
      }
    }
  }
  return {
    detectors: looks.detectors.map(({ name, version }) => `${name} ${version}`),
    samples: Object.fromEntries([...totals].sort()),
    endings: {},
    families: sorted(families),
    rules: sorted(rules),
  };
}

/** A sample that several sets hold, with the same label, counts once. */
function uniqueOf(samples: readonly GroupedSample[]): readonly GroupedSample[] {
  return [...new Map(samples.map((sample) => [[sample.digest, sample.label, sample.cwe].join(' '), sample])).values()];
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly Value[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
