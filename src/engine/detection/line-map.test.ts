import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapLines } from './line-map.ts';

describe('mapLines', () => {
  it('counts an empty text as one line', () => {
    expect(mapLines('').lineCount).toBe(1);
    expect(mapLines('').positionAt(5)).toEqual({ line: 1, column: 1 });
  });

  it('leaves line breaks out of lines', () => {
    const map = mapLines('ab\r\nc\n');

    expect([1, 2, 3, 4].map(map.textOf)).toEqual(['ab', 'c', '', '']);
  });

  it('moves a place beyond a line to its end', () => {
    expect(mapLines('ab\ncd').offsetAt({ line: 1, column: 99 })).toBe(2);
    expect(mapLines('ab\ncd').offsetAt({ line: 9, column: 1 })).toBe(5);
  });

  it('counts lines by the breaks it is given', () => {
    expect(mapLines('a\rb\nc').lineCount).toBe(2);
    expect(mapLines('a\rb\nc', /\r|\n/g).lineCount).toBe(3);
  });

  it('finds the way back from every offset outside a line break', () => {
    const text = fc.array(fc.constantFrom('a', '😀', ' ', '\n', '\r\n')).map((parts) => parts.join(''));

    fc.assert(
      fc.property(text, fc.nat(40), (given, offset) => {
        fc.pre(offset <= given.length && given[offset - 1] !== '\r');
        const map = mapLines(given);
        expect(map.offsetAt(map.positionAt(offset))).toBe(offset);
      }),
    );
  });
});
