import { describe, expect, it } from 'vitest';
import { bareLanguage } from '#testing/test-detector.ts';
import { canLookAt, knowsLanguage } from './applicability.ts';

describe('knowsLanguage', () => {
  const typescript = bareLanguage('typescript', ['.ts'], ['javascript']);

  it.each([
    { languages: ['typescript'], expected: true },
    { languages: ['javascript'], expected: true },
    { languages: ['*'], expected: true },
    { languages: ['python'], expected: false },
    { languages: [], expected: false },
  ])('is $expected for TypeScript and a detector of $languages', ({ languages, expected }) => {
    expect(knowsLanguage({ languages }, typescript)).toBe(expected);
  });

  it('does not take kinship the other way round', () => {
    expect(knowsLanguage({ languages: ['typescript'] }, bareLanguage('javascript', ['.js']))).toBe(false);
  });
});

describe('canLookAt', () => {
  it.each([
    { languages: ['*'], expected: true },
    { languages: ['python'], expected: false },
  ])('is $expected for a file of no language and a detector of $languages', ({ languages, expected }) => {
    expect(canLookAt({ languages }, { path: 'Dockerfile', text: '' }, () => undefined)).toBe(expected);
  });
});
