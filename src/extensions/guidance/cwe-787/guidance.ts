import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-787',
  title: 'Out-of-bounds write',
  what: 'A write goes before the start or past the end of the buffer.',
  exploited:
    'An attacker controls length, index or content and overwrites return addresses, function pointers or object fields to run code.',
  fixed: {
    general:
      'Check index and length against the capacity before each write, in a form that cannot overflow, reject what does not fit, and reserve space for the terminator. Prefer containers that know their size.',
    c: 'Use `snprintf(dst, cap, ...)` and check the result, `fgets`, `memcpy` after `if (n > cap - used) return -1;`, a width in `scanf`, and `if (i < 0 || (size_t)i >= count)` before `a[i] = v`.',
    cpp: 'Use `std::vector`, `std::array`, `std::string` and `std::span`, `.at()` for indexes from outside, and `push_back` or `resize` instead of writing past `size()`.',
    go: 'Stay with slices; check the bounds of everything passed to `unsafe` or cgo.',
  },
  traps: [
    '`reserve` changes the capacity of a vector, not its size.',
    'Sanitizers and canaries find the error but do not remove it.',
    'A bound of `<=` writes one element too many.',
  ],
};
