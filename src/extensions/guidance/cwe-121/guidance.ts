import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-121',
  title: 'Stack buffer overflow',
  what: 'A write runs past the end of an array on the stack.',
  exploited:
    'An attacker overwrites the return address or neighbouring variables with input that is too long, and runs code.',
  fixed: {
    general:
      "Bound every write by the array's size, terminator included, and reject longer input. Keep large or variable-sized data on the heap with a checked size. Compile with stack protector and fortification as a second line.",
    c: 'Use `fgets(buf, sizeof buf, f)`, `snprintf(buf, sizeof buf, ...)` with a check of the result, and `scanf("%31s", buf)` for 32 bytes; check `i < sizeof a / sizeof a[0]` before `a[i] = v`; avoid `alloca` and variable-length arrays with sizes from outside.',
    cpp: 'Use `std::string`, `std::vector` or `std::array` with `.at()`; read with `std::getline` or `std::cin >> std::string`.',
  },
  traps: [
    'A stack canary ends the program, so it is no fix.',
    '`sizeof` of an array parameter yields the size of a pointer.',
    'A loop condition `i <= N` writes one element too many.',
  ],
};
