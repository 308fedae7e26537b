import { expect, it } from 'vitest';
import { differences } from './differences.ts';

it('finds nothing in texts that are the same', () => {
  expect(differences('a\nb', 'a\nb')).toEqual([]);
});

it('says where differences begin and end, in characters and in lines', () => {
  const before = `one\n  two\n${'x'.repeat(50)}three`;
  const after = `one\n  t  \n${'x'.repeat(50)}th  e`;
  const position = (row: number, column: number) => ({ row, column });
  expect(differences(before, after)).toEqual([
    {
      startIndex: 7,
      startPosition: position(1, 3),
      oldEndIndex: 9,
      newEndIndex: 9,
      oldEndPosition: position(1, 5),
      newEndPosition: position(1, 5),
    },
    {
      startIndex: 62,
      startPosition: position(2, 52),
      oldEndIndex: 64,
      newEndIndex: 64,
      oldEndPosition: position(2, 54),
      newEndPosition: position(2, 54),
    },
  ]);
});

it('takes differences for one that are close, and those of two lines, too', () => {
  expect(differences('a b\nc d', '1 2\n3 4')).toMatchObject([
    { startIndex: 0, oldEndIndex: 7, startPosition: { row: 0, column: 0 }, newEndPosition: { row: 1, column: 3 } },
  ]);
});
