import { expect, it } from 'vitest';
import { loudCText } from './loud-c-text.ts';

it.each([
  ['#pragma GCC diagnostic ignored "-Wall"', '#pragma ___ diagnostic ignored "-Wall"'],
  ['  # \tpragma clang  diagnostic push', '  # \tpragma _____  diagnostic push'],
  ['%:pragma GCC system_header', '%:pragma ___ system_header'],
  ['#pragma \\\n GCC diagnostic ignored "-Wall"', '#pragma \\\n ___ diagnostic ignored "-Wall"'],
  ['#line 1 "other.c"', '#                '],
  ['# 1 "other.c" 3', '#              '],
  ['#pragma once', '#pragma once'],
  ['#pragma GCC visibility push(hidden)', '#pragma GCC visibility push(hidden)'],
  ['int line = 1; // #pragma', 'int line = 1; // #pragma'],
])('makes of %j %j', (text, loud) => {
  expect(loudCText(`int a;\n${text}\nint b;\n`)).toBe(`int a;\n${loud}\nint b;\n`);
});

it('stays linear', () => {
  const text = '#pragma '.repeat(20_000) + '# '.repeat(20_000) + '\\\n'.repeat(20_000);

  expect(loudCText(text)).toHaveLength(text.length);
});
