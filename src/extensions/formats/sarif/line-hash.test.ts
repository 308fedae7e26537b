import { describe, expect, it } from 'vitest';
import { lineHashes } from './line-hash.ts';

/** Values from the tests of github/codeql-action. */
describe('lineHashes', () => {
  it.each([
    ['', ['c129715d7a2bc9a3:1']],
    [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
    [
      'Lorem ipsum dolor sit amet.\n'.repeat(10),
      [
        'a7f2ff13bc495cf2:1',
        'a7f2ff13bc495cf2:2',
        'a7f2ff13bc495cf2:3',
        'a7f2ff13bc495cf2:4',
        'a7f2ff13bc495cf2:5',
        'a7f2ff13bc495cf2:6',
        'a7f2ff1481e87703:1',
        'a9cf91f7bbf1862b:1',
        '55ec222b86bcae53:1',
        'cc97dc7b1d7d8f7b:1',
        'c129715d7a2bc9a3:1',
      ],
    ],
  ])('is what GitHub computes for %j', (text, expected) => {
    const lines = new Set(expected.map((_, index) => index + 1));

    expect([...lineHashes(text, lines).values()]).toEqual(expected);
  });

  it.each(['\n', '\r', '\r\n'])('does not care that lines end with %j', (end) => {
    const text = [' hello; \t', 'world!!!', '', '', '  \t\tGreetings', ' End', ''].join(end);

    expect([...lineHashes(text, new Set([1, 2, 5])).values()]).toEqual([
      'e9496ae3ebfced30:1',
      'fb7c023a8b9ccb3f:1',
      'b3edc88f2938467e:1',
    ]);
  });

  it('has none for a line that is not there', () => {
    expect(lineHashes('a\n', new Set([9])).size).toBe(0);
  });
});
