import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineChanges } from './line-changes.ts';

describe('lineChanges', () => {
  it('tells what stands in place of what, white space aside', () => {
    const { changes, nowAt, isNew } = lineChanges(['a', 'b', 'c', 'd'], ['a', '  b', 'x', 'y', 'd']);

    expect(changes).toEqual([{ line: 3, removed: ['c'], added: ['x', 'y'] }]);
    expect([1, 2, 3, 4].map(nowAt)).toEqual([1, 2, undefined, 5]);
    expect([1, 2, 3, 4, 5].filter(isNew)).toEqual([3, 4]);
  });

  it('takes all for replaced where too much has changed to look for more', () => {
    const before = ['same', ...Array.from({ length: 1_200 }, (_, index) => `old ${String(index)}`)];
    const after = ['same', ...Array.from({ length: 1_200 }, (_, index) => `new ${String(index)}`)];

    const { changes, nowAt } = lineChanges(before, after);

    expect(changes).toHaveLength(1);
    expect(nowAt(1)).toBeUndefined();
  });

  it('places every line that is kept on an equal one, in order', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', ' a', '', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { changes, nowAt } = lineChanges(before, after);
        let last = 0;
        for (const [index, line] of before.entries()) {
          const now = nowAt(index + 1);
          if (now === undefined) continue;
          expect(now).toBeGreaterThan(last);
          expect(after[now - 1]?.trim()).toBe(line.trim());
          last = now;
        }
        const removed = changes.reduce((sum, change) => sum + change.removed.length, 0);
        const added = changes.reduce((sum, change) => sum + change.added.length, 0);
        expect(after.length - before.length).toBe(added - removed);
      }),
    );
  });
});
