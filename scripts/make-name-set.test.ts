import { describe, expect, it } from 'vitest';
import { openNameSet } from '../src/extensions/detectors/packages/name-set.ts';
import { makeNameSet } from './make-name-set.ts';

describe('a set of names', () => {
  it.each([1, 2, 30, 5000])('holds each of %d names, and few others', (count) => {
    const names = Array.from({ length: count }, (_, index) => `package-${String(index)}`);
    const { layout, bytes } = makeNameSet(names, 7);
    const set = openNameSet(layout, bytes);

    expect(names.every(set.has)).toBe(true);
    const passed = Array.from({ length: 20_000 }, (_, index) => `other-${String(index)}`).filter(set.has);
    expect(passed.length / 20_000).toBeLessThan(0.02);
  });

  it('is not made of names of which two are the same', () => {
    expect(() => makeNameSet(['one', 'one'], 7)).toThrow(RangeError);
  });
});
