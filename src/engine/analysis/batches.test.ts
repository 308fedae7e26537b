import { describe, expect, it } from 'vitest';
import { batchesOf } from './batches.ts';

const file = (index: number, length: number): { readonly path: string; readonly text: string } => ({
  path: `${index}.py`,
  text: 'x'.repeat(length),
});

describe('batches', () => {
  it('hold every file once, in order', () => {
    const files = Array.from({ length: 50 }, (_, index) => file(index, 40_000));
    const batches = batchesOf(files);

    expect(batches.length).toBeGreaterThan(1);
    expect(batches.flat()).toEqual(files);
    expect(batches.every((batch) => batch.length > 0)).toBe(true);
  });

  it('end behind a file that is large on its own', () => {
    expect(batchesOf([file(0, 900_000), file(1, 10), file(2, 10)]).map((batch) => batch.length)).toEqual([1, 2]);
  });

  it('are none of nothing', () => {
    expect(batchesOf([])).toEqual([]);
  });
});
