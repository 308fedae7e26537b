import { describe, expect, it } from 'vitest';
import { labelPlaces, type NamedPoint } from './label-places.ts';

const SIZE = { width: 460, height: 300 };

/** Pairs of names that cover one another: lines of 14 pixels, letters of 6.4. */
function covered(points: readonly NamedPoint[]): number {
  const boxes = labelPlaces(points, SIZE).map(({ x, y }, at) => ({ x, y, long: (points[at]?.text.length ?? 0) * 6.4 }));
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) => one.x < other.x + other.long && other.x < one.x + one.long && Math.abs(one.y - other.y) < 14 - 1e-9,
      ),
  ).length;
}

describe('labelPlaces', () => {
  it('puts the name of a single point to its right', () => {
    expect(labelPlaces([{ x: 100, y: 100, text: 'encouragement' }], SIZE)).toEqual([
      { x: 109, y: 91, isAway: false, nearX: 109 },
    ]);
  });

  it('keeps names inside', () => {
    const [place] = labelPlaces([{ x: 450, y: 2, text: 'encouragement-paper' }], SIZE);

    expect(place?.x).toBeLessThan(450);
    expect(place?.y).toBeGreaterThanOrEqual(7);
  });

  it.each([3, 8, 15])('lets %d names of one heap not cover one another', (count) => {
    const heap = Array.from({ length: count }, (_, at) => ({ x: 200 + at, y: 150 + (at % 3), text: `strategy-${at}` }));

    expect(covered(heap)).toBe(0);
    expect(labelPlaces(heap, SIZE)).toEqual(labelPlaces(heap, SIZE));
  });

  it('says which names a line has to lead to', () => {
    const heap = Array.from({ length: 9 }, (_, at) => ({ x: 200, y: 150, text: `strategy-${at}` }));

    expect(labelPlaces(heap, SIZE).filter(({ isAway }) => isAway).length).toBeGreaterThan(0);
  });
});
