import type { Chances } from '../src/testing/chance-model.ts';
import { type ChanceLanguage, chanceProgram } from '../src/testing/chance-programs.ts';

/** What the figures of one condition must come to, worked out from the behaviour of the model alone. */
export interface KnownValue {
  readonly metric: string;
  readonly part: string;
  readonly value: number;
}

/** One condition, as far as the values depend on it. */
export interface KnownCondition {
  readonly chances: Chances;
  /** Rounds of fixing at most; 0 for a strategy without any. */
  readonly rounds: number;
  readonly repeats: number;
  /** Samples by language. */
  readonly samples: ReadonlyMap<ChanceLanguage, number>;
  /** Lines with code of a program. */
  readonly linesOf: (program: string) => number;
}

/**
 * Values by hand. A first program is vulnerable with probability v and has then one weakness; a fix removes it with
 * probability p and brings in another with probability q. The loop accepts what is better alone: with one weakness that is a
 * program with none, which a round arrives at with probability a = p (1 - q). After r rounds v (1 - a)^r are vulnerable, and
 * nothing comes back.
 */
export function knownValues({ chances, rounds, repeats, samples, linesOf }: KnownCondition): readonly KnownValue[] {
  const { vulnerable, removes, introduces } = chances;
  const left = 1 - removes * (1 - introduces);
  const after = (round: number): number => vulnerable * left ** round;
  const each = Array.from({ length: rounds + 1 }, (_, round) => round);
  const total = [...samples.values()].reduce((sum, count) => sum + count, 0);
  const values: KnownValue[] = [];
  const say = (metric: string, part: string, value: number): void => {
    values.push({ metric, part, value });
  };
  for (const round of each) {
    say('vulnerable-samples', String(round), total * after(round));
    say('vulnerability-rate', String(round), after(round));
    say('findings-per-kloc', String(round), perKloc(samples, after(round), linesOf));
    if (round === 0) continue;
    say('fix-success-rate', String(round), 1 - left ** round);
    say('introduced-findings', String(round), introduces);
    say('regressed-findings', String(round), 0);
  }
  for (const [cwe, share] of byWeakness(samples)) say('findings-by-weakness', cwe, share * after(rounds));
  for (let k = 1; k <= repeats; k += 1) say('secure-at-k', String(k), 1 - after(rounds) ** k);
  // One call for the program, and one for each round that began with a weakness.
  const calls = each.slice(1).reduce((sum, round) => sum + after(round - 1), 1);
  say('calls', '', calls);
  if (rounds > 0) say('gaming-rate', '', 0);
  return values;
}

/** Findings by lines, where each vulnerable program has one of the weak parts of its language, all alike. */
function perKloc(samples: KnownCondition['samples'], vulnerable: number, linesOf: KnownCondition['linesOf']): number {
  let findings = 0;
  let lines = 0;
  for (const [language, count] of samples) {
    const clean = linesOf(chanceProgram(language, new Set()));
    const weak = language.parts.map(({ name }) => linesOf(chanceProgram(language, new Set([name]))));
    const weakMean = weak.reduce((sum, each) => sum + each, 0) / weak.length;
    findings += count * vulnerable;
    lines += count * ((1 - vulnerable) * clean + vulnerable * weakMean);
  }
  return (1000 * findings) / lines;
}

/** For each weakness, in how many programs it would be if all were vulnerable. */
function byWeakness(samples: KnownCondition['samples']): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [{ parts }, count] of samples) {
    for (const { cwe } of parts) {
      const name = `CWE-${String(cwe)}`;
      shares.set(name, (shares.get(name) ?? 0) + count / parts.length);
    }
  }
  return shares;
}
