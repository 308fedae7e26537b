import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-122',
  title: 'Heap buffer overflow',
  what: 'A write runs past the end of an allocated block.',
  exploited:
    "An attacker corrupts the allocator's data or a neighbouring object, often a function pointer, and runs code.",
  fixed: {
    general:
      'Compute the size with overflow checks, terminator included, check the allocation, keep the capacity beside the pointer, and bound every write by it, after each reallocation too.',
    c: 'Allocate with `calloc(n, size)` or check `n > SIZE_MAX / size` before `malloc`; use `malloc(strlen(s) + 1)` or `strdup`; write with `snprintf(p, cap, ...)` or `memcpy` after `n <= cap - used`.',
    cpp: 'Use `std::vector`, `std::string` and `std::make_unique`, grow with `push_back`, `append` or `resize`, and index with `.at()` where the index comes from outside.',
  },
  traps: [
    '`malloc(strlen(s))` is one byte short.',
    '`sizeof(ptr)` allocates room for a pointer only.',
    'A size read twice from shared or outside memory changes between check and copy.',
  ],
};
