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

  it('heeds which of these files a detector reads', () => {
    const detector = { languages: ['python'], reads: (path: string) => path === 'requirements.txt' };

    expect(canLookAt(detector, { path: 'requirements.txt', text: '' }, () => undefined)).toBe(true);
    expect(canLookAt(detector, { path: 'notes.txt', text: '' }, () => undefined)).toBe(false);
  });
});
