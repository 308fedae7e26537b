import { describe, expect, it } from 'vitest';
import { bareLanguage } from '#testing/test-detector.ts';
import { detectorGroups, expandGroups, type GroupMember } from './detector-groups.ts';

const member = (name: string, languages: readonly string[], is: Partial<GroupMember> = {}): GroupMember => ({
  name,
  languages,
  needsModel: false,
  ...is,
});

const usable = [
  member('syntax', ['*'], { isGate: true }),
  member('static', ['c', 'javascript']),
  member('checker', ['c'], { isExternal: true }),
  member('linter', ['javascript'], { isExternal: true }),
  member('reviewer', ['*'], { needsModel: true }),
];
const languages = [bareLanguage('c', ['.c']), bareLanguage('typescript', ['.ts'], ['javascript'])];
const expanded = (...names: readonly string[]): readonly string[] => expandGroups(names, usable, languages);

describe('expandGroups', () => {
  it.each([
    { names: ['all'], expected: ['static', 'checker', 'linter'] },
    { names: ['external'], expected: ['checker', 'linter'] },
    { names: ['c'], expected: ['static', 'checker'] },
    { names: ['typescript'], expected: ['static', 'linter'] },
    { names: ['checker', 'c', 'reviewer'], expected: ['checker', 'static', 'reviewer'] },
    { names: ['toString'], expected: ['toString'] },
    { names: ['cobol'], expected: ['cobol'] },
  ])('makes $expected of $names', ({ names, expected }) => {
    expect(expanded(...names)).toEqual(expected);
  });
});

describe('detectorGroups', () => {
  it('names what can be written', () => {
    expect(detectorGroups(languages)).toEqual(['all', 'external', 'c', 'typescript']);
  });
});
