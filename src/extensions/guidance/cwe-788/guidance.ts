import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-788',
  title: 'Access past the end of a buffer',
  what: 'A pointer or index moves behind the last element and is then read or written.',
  exploited:
    'An attacker sends input without the expected end mark or with a larger count, and the program walks into foreign memory.',
  fixed: {
    general:
      'Keep the end (pointer or count) beside every cursor and test it before each access; treat a missing end mark as an error.',
    c: 'Loop with `while (p < end && *p != c)`, test before reading, use `memchr(buf, c, len)` instead of `strchr` on data without terminator, and check `(size_t)(end - p) >= n` before taking `n` bytes.',
    cpp: 'Iterate with range-based loops or algorithms on `std::span`, and compare with `end()` before dereferencing.',
  },
  traps: [
    '`while (*p != c && p < end)` reads before it tests.',
    '`p + n <= end` is undefined once it leaves the array; compare `n` with `end - p`.',
  ],
};
