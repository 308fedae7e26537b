import { describe, expect, it } from 'vitest';
import { cweMatcher } from './cwe-matcher.ts';
import { matchesLabel } from './label-relations.ts';

describe('matchesLabel', () => {
  it.each([
    ['the same', 89, 89],
    ['two of a family', 121, 787],
    ['a child of the label', 564, 89],
    ['a parent of the label that tells', 77, 78],
    ['two steps below the label', 80, 79],
    // CWE-74 is too abstract to be found, and yet SQL injection (943, 89) answers a label that says no more.
    ['right below a label that is abstract', 943, 74],
  ])('takes %s', (_what, found, label) => {
    expect(matchesLabel(found, label)).toBe(true);
  });

  it.each([
    ['something else', 79, 89],
    ['a catch-all above the label', 74, 79],
    ['a pillar', 664, 787],
    ['two steps below a label that is abstract', 89, 74],
    ['a category where no family names it', 189, 190],
    ['numbers that are no weakness', 999_999, 89],
  ])('does not take %s', (_what, found, label) => {
    expect(matchesLabel(found, label)).toBe(false);
  });
});

describe('cweMatcher', () => {
  const parents = new Map([
    [4, [3]],
    [3, [2]],
    [2, [1]],
  ]);
  const relations = { parentsOf: (cwe: number) => parents.get(cwe) ?? [], families: [[7, 8]], tooAbstract: [2] };
  const matches = cweMatcher(relations);

  it('goes two steps at most, and not to what is too abstract', () => {
    expect([matches(4, 3), matches(3, 4), matches(3, 1), matches(1, 3)]).toEqual([true, true, true, true]);
    expect([matches(4, 1), matches(1, 4), matches(4, 2), matches(2, 4), matches(2, 3)]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is not symmetric: what is right below an abstract label counts, the other way round it does not', () => {
    expect([matches(3, 2), matches(2, 3)]).toEqual([true, false]);
  });

  it('joins families, which do not reach into one another', () => {
    expect([matches(7, 8), matches(8, 7), matches(7, 3)]).toEqual([true, true, false]);
  });
});
