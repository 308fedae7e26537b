import { expect, it } from 'vitest';
import { mergeFiles } from './merge-files.ts';

it('keeps the files that a reply left out, in their order, and appends new ones', () => {
  const best = [
    { path: 'a.py', text: 'a1' },
    { path: 'b.py', text: 'b1' },
  ];

  const merged = mergeFiles(best, [
    { path: 'c.py', text: 'c2' },
    { path: 'b.py', text: 'b2' },
  ]);

  expect(merged).toEqual([
    { path: 'a.py', text: 'a1' },
    { path: 'b.py', text: 'b2' },
    { path: 'c.py', text: 'c2' },
  ]);
});
