import { describe, expect, it } from 'vitest';
import { blamed } from './blamed.ts';

/** The place is between the angle brackets. */
function blame(marked: string): string | undefined {
  const start = marked.indexOf('<');
  const end = marked.indexOf('>') - 1;
  const text = marked.replace('<', '').replace('>', '');
  const found = blamed(text, { start, end });
  return found === undefined ? undefined : text.slice(found.start, found.end);
}

describe('blamed', () => {
  it.each([
    ['a macro before a type', 'EXPORTED const <item> *first(void) {', 'EXPORTED'],
    ['a macro on the line before', 'int g;\n__attribute_cold__\n<int> f(void);', '__attribute_cold__'],
    ['a macro that is all that is broken', '<EXPORTED> int f(void);', 'EXPORTED'],
    ['a macro at the end', '<void stop(void) NO_RETURN>;', 'NO_RETURN'],
    ['a macro with arguments at the end', '<int log_it(const char *, ...) LIKE_PRINTF(1, 2)>;', 'LIKE_PRINTF(1, 2)'],
    ['a macro behind a name', 'int <count_> GUARDED_BY(lock_);', 'GUARDED_BY(lock_)'],
    ['a directive in the middle', 'int a[] = { 1,\n<#define N 2>\n };', '#define N 2'],
    ['a macro with a statement', '  ON_ERROR( <return> -1; );\n', '  ON_ERROR( return -1; )'],
  ])('%s', (_, marked, expected) => {
    expect(blame(marked)).toBe(expected);
  });

  it.each([
    ['code', 'int a = <b> c;'],
    ['a call without statements', 'f(a, <b c>);'],
    ['a condition', 'if (a; <b>) return 1;'],
  ])('blames nothing in %s', (_, marked) => {
    expect(blame(marked)).toBeUndefined();
  });
});
