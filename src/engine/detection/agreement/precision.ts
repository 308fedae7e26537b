import type { CweId } from '#core/cwe-id.ts';
import { familyOf } from '#core/cwe-relations.ts';
import type { Finding } from '#core/finding.ts';
import { CONFIDENCES } from '#core/severity.ts';
import type { CountTable, Counts } from './count-table.ts';

/** What the table says of one finding by itself. */
export interface Precision {
  /** Share of true findings among those like it, between 0 and 1, as if vulnerable and secure code were equally frequent. */
  readonly probability: number;
  /** Samples in which this very rule was counted, for this weakness and confidence. */
  readonly support: number;
}

/** The table, ready to be asked. */
export interface PrecisionIndex {
  /**
   * The precision of findings like this one, of the nearest kind that was counted: the rule for this weakness and
   * confidence, drawn to the detector for this weakness, that to the detector at this confidence, and that to the detector.
   */
  readonly of: (finding: Pick<Finding, 'detector' | 'rule' | 'cwes' | 'confidence'>, language: string) => Precision;
  /**
   * What a detector's silence says of a weakness, in natural log-odds: 0 when it was never seen to find that weakness in
   * that language, and never above 0.
   */
  readonly silence: (detector: string, language: string, cwe: CweId) => number;
  /** Whether the detector was seen to find this weakness in this language at least once. */
  readonly knows: (detector: string, language: string, cwe: CweId) => boolean;
  /**
   * Probability that code of this language holds no weakness of the measured kinds when none of these detectors reports
   * any; `undefined` where none of them was measured.
   */
  readonly cleanWhenSilent: (detectors: readonly string[], language: string) => number | undefined;
}

/**
 * Reads a table.
 *
 * @param shrinkage How many samples the wider kind counts for, when a narrower one is drawn to it.
 */
export function openPrecision(table: CountTable, shrinkage: number): PrecisionIndex {
  const kinds = new Map<string, Counts>();
  const add = (key: string, [vulnerable, secure]: Counts): void => {
    const [more = 0, others = 0] = kinds.get(key) ?? [];
    kinds.set(key, [more + vulnerable, others + secure]);
  };
  for (const { detector, language, rule, family, confidence, counts } of table.rules) {
    for (const key of keysOf(detector, language, confidence, family, rule)) add(key, counts);
  }
  const families = new Map(
    table.families.map((entry) => [join(entry.detector, entry.language, entry.family), entry] as const),
  );
  /** How much a secure sample counts, so that both kinds of samples weigh the same. */
  const balanceOf = (language: string): number => {
    const [vulnerable = 0, secure = 0] = table.samples[language] ?? [];
    return vulnerable > 0 && secure > 0 ? vulnerable / secure : 1;
  };
  const reportedOf = (
    detector: string,
    language: string,
    cwe: CweId,
  ): { readonly recall: number; readonly falsePositives: number } | undefined => {
    const entry = families.get(join(detector, language, familyOf(cwe)));
    if (entry === undefined || entry.reported[0] === 0) return undefined;
    const share = (index: 0 | 1): number => (entry.reported[index] + 0.5) / (entry.looked[index] + 1);
    return { recall: share(0), falsePositives: share(1) };
  };
  return {
    of: ({ detector, rule, cwes: [cwe], confidence }, language) => {
      const balance = balanceOf(language);
      const family = cwe === undefined ? '' : familyOf(cwe);
      // What was lowered since it was reported is looked up as it was counted.
      const counted = [confidence, ...CONFIDENCES].find((level) =>
        kinds.has(keysOf(detector, language, level, family, rule).at(-1) ?? ''),
      );
      const keys = keysOf(detector, language, counted ?? confidence, family, rule);
      const probability = keys.reduce((wider, key) => {
        const [vulnerable = 0, secure = 0] = kinds.get(key) ?? [];
        return (vulnerable + shrinkage * wider) / (vulnerable + secure * balance + shrinkage);
      }, 0.5);
      const [vulnerable = 0, secure = 0] = kinds.get(keys.at(-1) ?? '') ?? [];
      return { probability, support: vulnerable + secure };
    },
    silence: (detector, language, cwe) => {
      const rates = reportedOf(detector, language, cwe);
      return rates === undefined ? 0 : Math.min(0, Math.log((1 - rates.recall) / (1 - rates.falsePositives)));
    },
    knows: (detector, language, cwe) => reportedOf(detector, language, cwe) !== undefined,
    cleanWhenSilent: (detectors, language) => {
      const measured = table.families.filter(
        (entry) => entry.language === language && detectors.includes(entry.detector),
      );
      if (measured.length === 0) return undefined;
      // Detectors miss alike: of each weakness only the best one's share counts, never the product of all.
      const best = new Map<string, { readonly of: number; readonly missed: number }>();
      let alarm = 0;
      for (const { family, looked, reported } of measured) {
        const before = best.get(family);
        const missed = looked[0] * (1 - (reported[0] + 0.5) / (looked[0] + 1));
        best.set(family, {
          of: Math.max(before?.of ?? 0, looked[0]),
          missed: Math.min(before?.missed ?? Number.POSITIVE_INFINITY, missed),
        });
      }
      for (const detector of new Set(measured.map((entry) => entry.detector))) {
        const own = measured.filter((entry) => entry.detector === detector);
        const secure = own.reduce((sum, { looked }) => sum + looked[1], 0);
        const reported = own.reduce((sum, entry) => sum + entry.reported[1], 0);
        alarm = Math.max(alarm, (reported + 0.5) / (secure + 1));
      }
      const all = [...best.values()].reduce((sum, entry) => sum + entry.of, 0);
      const missed = [...best.values()].reduce((sum, entry) => sum + entry.missed, 0);
      return all === 0 ? undefined : (1 - alarm) / (1 - alarm + missed / all);
    },
  };
}

/** From the widest kind to the narrowest. */
function keysOf(
  detector: string,
  language: string,
  confidence: string,
  family: string,
  rule: string,
): readonly string[] {
  return [
    join(detector, language),
    join(detector, language, confidence),
    join(detector, language, confidence, family),
    join(detector, language, confidence, family, rule),
  ];
}

function join(...parts: readonly string[]): string {
  return parts.join('\n');
}
