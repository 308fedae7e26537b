import { cweNumber } from '#core/cwe-id.ts';
import type { Finding } from '#core/finding.ts';
import type { CweMatcher } from './cwe-matcher.ts';
import type { LabelledSample } from './labelled-sample.ts';

/** A sample and the one file that holds its code. */
export type PlacedSample = Pick<LabelledSample, 'cwe'> & { readonly path: string };

/** Positions of the samples in whose file one detector has a finding that counts for the label. */
export function flaggedSamples(
  samples: readonly PlacedSample[],
  findings: readonly Pick<Finding, 'rule' | 'cwes' | 'span'>[],
  matches: CweMatcher,
): ReadonlySet<number> {
  // A report names the weaknesses of a rule once, for all its findings; so they count together here too.
  const cwesOf = new Map<string, Set<number>>();
  const rulesIn = new Map<string, Set<string>>();
  for (const { rule, cwes, span } of findings) {
    const numbers = cwesOf.get(rule) ?? new Set();
    for (const cwe of cwes) numbers.add(cweNumber(cwe));
    cwesOf.set(rule, numbers);
    rulesIn.set(span.path, (rulesIn.get(span.path) ?? new Set()).add(rule));
  }
  return new Set(
    samples.flatMap(({ cwe, path }, position) => {
      const numbers = [...(rulesIn.get(path) ?? [])].flatMap((rule) => [...(cwesOf.get(rule) ?? [])]);
      return numbers.some((found) => matches(found, cwe)) ? [position] : [];
    }),
  );
}
