import { describe, expect, it } from 'vitest';
import { claimsIn } from './claims.ts';

const claims = (text: string): readonly string[] => claimsIn(text.split('\n'));

describe('claimsIn', () => {
  it.each([
    ['I fixed CWE-89 and cwe-79.', ['CWE-89', 'CWE-79']],
    ['CWE-89: the query no longer contains input.', ['CWE-89']],
    ['The code is not vulnerable to CWE-78 any more.', ['CWE-78']],
    ['| CWE-22 | path traversal | fixed |', ['CWE-22']],
    ['- **CWE-022** path is resolved', ['CWE-22']],
    ['This fixes CWE-89, but CWE-79 is not fixed.', ['CWE-89']],
    ['This fixes CWE-89; CWE-79 remains.', ['CWE-89']],
    ["I couldn't address CWE-352.", []],
    ['CWE-352 has not yet been fully addressed.', []],
    ['CWE-352 is still open.', []],
    ['You should also review CWE-307.', []],
    ['| CWE-22 | not fixed |\n| CWE-89 | fixed |', ['CWE-89']],
    ['Not fixed:\n- CWE-79\n- CWE-80\n\nFixed:\n- CWE-89', ['CWE-89']],
    ['## Remaining issues\n\nCWE-79 in the template.\n\n## Fixed\n\nCWE-89.', ['CWE-89']],
    ['CWE-89 is fixed.\nCWE-89 remains in report().', []],
    ['Nothing to say.', []],
  ])('reads %j', (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it('stays fast on long hostile lines', () => {
    const start = performance.now();

    expect(claims(`${'not yet '.repeat(50_000)}CWE-89`)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
