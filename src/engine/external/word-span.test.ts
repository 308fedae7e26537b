import { describe, expect, it } from 'vitest';
import { wordSpan } from './word-span.ts';

describe('the span of a word', () => {
  it.each([
    { column: 1, endColumn: 5 },
    { column: 5, endColumn: 6 },
    { column: 9, endColumn: 9 },
  ])('that begins at column $column ends before column $endColumn', ({ column, endColumn }) => {
    expect(wordSpan('a.c', 'free(p);')({ line: 1, column })).toEqual({
      path: 'a.c',
      startLine: 1,
      startColumn: column,
      endLine: 1,
      endColumn,
    });
  });
});
