import { describe, expect, it } from 'vitest';
import { densitiesOf } from './corpus-density.ts';

describe('densitiesOf', () => {
  it('counts the lines of every language that a rule reads, and says nothing of those it has none of', () => {
    const rules = [
      { id: 'c/leak', languages: ['c', 'cpp'] },
      { id: 'c/format', languages: ['c', 'cpp'] },
      { id: 'js/eval', languages: ['javascript', 'typescript'] },
      { id: 'java/sql', languages: ['java'] },
    ];
    const counts = new Map([
      ['c/leak', 6],
      ['js/eval', 1],
      ['java/sql', 3],
    ]);

    expect(densitiesOf(rules, { c: 150_000, cpp: 50_000, javascript: 300_000 }, counts)).toEqual({
      'c/format': 0,
      'c/leak': 3,
      'js/eval': 0.33,
    });
  });
});
