import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-131',
  title: 'Wrong buffer size calculation',
  what: 'The size of an allocation is computed wrongly, so that the block is smaller than what is written to it.',
  exploited: 'An attacker picks counts or lengths for which the computed size is too small and overflows the heap.',
  fixed: {
    general:
      'Count everything that will be written, terminator and worst-case expansion included, in `size_t`, with overflow checks, and take the element size from the variable.',
    c: 'Write `p = calloc(n, sizeof *p)`, add 1 for the terminator, multiply by the worst expansion of an encoding after checking `n <= (SIZE_MAX - 1) / k`, and ask `snprintf(NULL, 0, ...)` for the length of formatted text.',
    cpp: 'Use `std::vector`, `std::string` and `std::format`, which size themselves.',
  },
  traps: [
    '`sizeof(T*)` in place of `sizeof(T)` compiles without a warning.',
    '`strlen` does not count the terminator.',
  ],
};
