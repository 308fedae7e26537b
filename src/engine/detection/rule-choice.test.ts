import { describe, expect, it } from 'vitest';
import { type ChoosableRule, checkRuleWishes, chooseRules, isFindingWanted, type RuleWishes } from './rule-choice.ts';

const RULES: readonly ChoosableRule[] = [
  { id: 'javascript/eval', cwes: ['CWE-95'], stage: 'stable' },
  { id: 'python/eval', cwes: ['CWE-95'], stage: 'stable' },
  { id: 'python/new', cwes: ['CWE-95'], stage: 'experimental' },
  { id: 'python/sql-injection', cwes: ['CWE-89', 'CWE-943'], stage: 'stable' },
];

const wishes = (only: readonly string[], without: readonly string[] = []): RuleWishes => ({ only, without });

describe('chooseRules', () => {
  it.each([
    { only: [], without: [], chosen: ['javascript/eval', 'python/eval', 'python/sql-injection'] },
    { only: ['python/sql-injection'], without: [], chosen: ['python/sql-injection'] },
    { only: ['Python/SQL-Injection'], without: [], chosen: ['python/sql-injection'] },
    { only: ['python/*'], without: [], chosen: ['python/eval', 'python/sql-injection'] },
    { only: ['cwe-095', 'CWE-943'], without: [], chosen: ['javascript/eval', 'python/eval', 'python/sql-injection'] },
    { only: ['python/new'], without: [], chosen: ['python/new'] },
    { only: ['python/new', 'CWE-95'], without: ['javascript/*'], chosen: ['python/eval', 'python/new'] },
    { only: [], without: ['CWE-95'], chosen: ['python/sql-injection'] },
    { only: ['python/eval'], without: ['python/eval'], chosen: [] },
  ])('chooses $chosen for $only without $without', ({ only, without, chosen }) => {
    expect(chooseRules(RULES, { only, without }).map(({ id }) => id)).toEqual(chosen);
  });
});

describe('isFindingWanted', () => {
  const finding = { rule: 'S608', cwes: ['CWE-89'] } as const;

  it.each([
    { given: wishes([]), isWanted: true },
    { given: wishes(['CWE-89']), isWanted: true },
    { given: wishes(['CWE-78']), isWanted: false },
    { given: wishes(['python/*']), isWanted: false },
    { given: wishes([], ['CWE-89']), isWanted: false },
    { given: wishes([], ['python/*']), isWanted: true },
  ])('is $isWanted for a rule of another detector and $given', ({ given, isWanted }) => {
    expect(isFindingWanted(finding, given)).toBe(isWanted);
  });
});

describe('checkRuleWishes', () => {
  it.each([
    { name: 'python/sql-injektion', remedy: "Did you mean 'python/sql-injection'?" },
    { name: 'sql-injection', remedy: "Did you mean 'python/sql-injection'?" },
    { name: 'pyhton/*', remedy: "Did you mean 'python/*'?" },
    { name: 'nothing-like-it', remedy: 'List the rules with `seccode rules list`.' },
    { name: 'CWE-416', remedy: 'List the rules with `seccode rules list`.' },
  ])('refuses $name', ({ name, remedy }) => {
    const refusal = expect.objectContaining({ code: 'USAGE', remedy });

    expect(() => checkRuleWishes(RULES, wishes([name]))).toThrow(refusal);
    expect(() => checkRuleWishes(RULES, wishes([], [name]))).toThrow(refusal);
  });

  it('takes what names a rule', () => {
    const known = wishes(['python/*', 'python/new', 'CWE-95'], ['javascript/eval']);

    expect(() => checkRuleWishes(RULES, known)).not.toThrow();
  });
});
