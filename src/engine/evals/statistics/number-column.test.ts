import { describe, expect, it } from 'vitest';
import { numberColumn } from './number-column.ts';

describe('numberColumn', () => {
  it('adds up by position, small and large, whole and broken, in either direction', () => {
    const column = numberColumn();
    column.add(3, 100);
    column.add(3, 100);
    column.add(1000, -1);
    column.add(1000, 0.25);
    column.add(5, 9e15);

    expect([0, 3, 5, 1000, 5000].map((position) => column.at(position))).toEqual([0, 200, 9e15, -0.75, 0]);
  });
});
