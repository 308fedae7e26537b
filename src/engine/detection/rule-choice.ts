import { type CweId, parseCweId } from '#core/cwe-id.ts';
import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';

/** What is needed of a rule to choose it. */
export interface ChoosableRule {
  readonly id: string;
  readonly cwes: readonly CweId[];
  readonly stage: 'stable' | 'experimental';
}

/** Rules that somebody named: ids (`python/sql-injection`), whole languages (`python/*`), weaknesses (`CWE-89`). */
export interface RuleWishes {
  /** Only these; empty for every stable one. */
  readonly only: readonly string[];
  /** Never these. */
  readonly without: readonly string[];
}

/** Nobody named any. */
export const NO_RULE_WISHES: RuleWishes = { only: [], without: [] };

/**
 * The rules to run, in the order given. An experimental rule runs only when its own id is named: a pattern or a weakness
 * names the stable ones.
 */
export function chooseRules<Rule extends ChoosableRule>(
  rules: readonly Rule[],
  { only, without }: RuleWishes,
): readonly Rule[] {
  return rules.filter(
    (rule) =>
      (rule.stage === 'stable' ? only.length === 0 || isNamed(rule, only) : only.some((name) => isId(rule, name))) &&
      !isNamed(rule, without),
  );
}

/**
 * Whether what a detector reports stays, where the detector has rules of its own: then a weakness speaks of it, and ids
 * and languages speak of others.
 */
export function isFindingWanted(
  finding: { readonly rule: string; readonly cwes: readonly CweId[] },
  { only, without }: RuleWishes,
): boolean {
  const rule = { id: finding.rule, cwes: finding.cwes };
  return (only.length === 0 || isNamed(rule, only)) && !isNamed(rule, without);
}

/**
 * Refuses names that choose nothing: a slip of the keyboard must not look like a clean scan.
 *
 * @throws {SecCodeError} `USAGE`, with the nearest known name.
 */
export function checkRuleWishes(rules: readonly ChoosableRule[], { only, without }: RuleWishes): void {
  for (const name of [...only, ...without]) {
    if (rules.some((rule) => isNamed(rule, [name]))) continue;
    const ids = rules.map(({ id }) => id);
    const close = nearestName(name, [...ids, ...new Set(ids.map((id) => `${groupOf(id)}/*`))]) ?? byLastPart(name, ids);
    const fact = parseCweId(name) === undefined ? `There is no rule '${name}'.` : `No rule finds ${name}.`;
    throw new SecCodeError('USAGE', fact, {
      remedy: close === undefined ? 'List the rules with `seccode rules list`.' : `Did you mean '${close}'?`,
      details: { rule: name },
    });
  }
}

function isNamed(rule: Pick<ChoosableRule, 'id' | 'cwes'>, names: readonly string[]): boolean {
  return names.some((name) => {
    if (isId(rule, name)) return true;
    if (name.endsWith('/*')) return groupOf(rule.id) === name.slice(0, -2).toLowerCase();
    const cwe = name.includes('/') ? undefined : parseCweId(name);
    return cwe !== undefined && rule.cwes.includes(cwe);
  });
}

function isId({ id }: Pick<ChoosableRule, 'id'>, name: string): boolean {
  return id === name.toLowerCase();
}

function groupOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}

/** Many leave the language out. */
function byLastPart(name: string, ids: readonly string[]): string | undefined {
  const last = (id: string): string => id.slice(id.indexOf('/') + 1);
  const near = nearestName(last(name), ids.map(last));
  return ids.find((id) => last(id) === near);
}
