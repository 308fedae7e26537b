import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-119',
  title: 'Memory access out of bounds',
  what: 'A read or write uses an index, pointer or length that lies outside the buffer.',
  exploited:
    'An attacker sends a longer input or another index than planned and crashes the program, reads secrets or overwrites pointers to run code.',
  fixed: {
    general:
      'Carry the size with every buffer and check index and length against it before each access, in a form that cannot overflow (`n <= size - used`). Prefer bounds-checked containers. Validate lengths from outside before they are used.',
    c: 'Pass the capacity to every function that writes, use `snprintf` and check its result, `fgets` instead of `gets`, and `memcpy` only after `if (n > sizeof dst) return -1;`. Test with `-fsanitize=address,undefined`.',
    cpp: 'Use `std::vector`, `std::array`, `std::string` and `std::span` instead of raw arrays, with `.at()` or a checked index; read with `std::getline`.',
    go: 'Keep slices instead of `unsafe.Pointer` arithmetic, and check lengths before slicing, since an index out of range panics.',
  },
  traps: [
    '`strncpy` stops the overflow but leaves the text without terminator when it fills the buffer.',
    '`sizeof` of a pointer parameter is the size of the pointer, not of the buffer.',
    'A check on a signed length lets negative values pass.',
  ],
};
