import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-193',
  title: 'Off-by-one error',
  what: 'A bound, size or loop is wrong by one, mostly by `<=` for `<` or by forgetting the terminator.',
  exploited:
    'An attacker fills the buffer exactly and overwrites one byte behind it, enough to corrupt a length, pointer or heap header.',
  fixed: {
    general:
      'Use half-open ranges (`0 <= i < n`), reserve space for the terminator, and test empty, exactly full and one-too-long inputs.',
    c: 'Declare `char buf[MAX + 1]`, loop with `i < n`, allocate `strlen(s) + 1`, pass `sizeof buf - 1` to `read` before setting `buf[n] = 0`, and give `scanf` a width one less than the array.',
    cpp: 'Use range-based loops and `std::string`, and never dereference `end()`.',
    python: 'Use `for x in items` and `enumerate` instead of index arithmetic; mind that `range(n)` excludes `n`.',
    java: 'Loop with `i < a.length` or a for-each loop.',
  },
  traps: [
    'Enlarging the buffer by one hides the wrong bound only until it is reused.',
    '`strncat` appends a terminator after its `n` bytes.',
  ],
};
