import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-369',
  title: 'Divide by zero',
  what: 'A divisor can be zero.',
  exploited:
    'An attacker sends zero or an empty list and crashes the process or gets a reply of NaN or infinity that breaks later checks.',
  fixed: {
    general:
      'Check the divisor right before the division and define what an empty or zero input means; return an error, not an arbitrary number. For signed integers treat the smallest value divided by -1 too.',
    c: 'Write `if (d == 0 || (n == INT_MIN && d == -1)) return -1;`, for `%` too; for floating point test `d == 0.0` or `!isfinite(result)`.',
    cpp: 'Test the divisor before `/` and `%` and return `std::optional` or throw; division of integers by zero throws nothing.',
    python: 'Test for zero or an empty list first, or catch `ZeroDivisionError` and answer with an error.',
    java: 'Test the divisor before integer division, which throws `ArithmeticException`; floating point yields NaN silently.',
    javascript: 'Test the divisor and reject results for which `Number.isFinite` is false; `BigInt` division throws.',
    go: 'Test the divisor before integer division, which panics.',
  },
  traps: [
    'Catching SIGFPE does not make the division defined.',
    'Adding a small constant to the divisor returns wrong results.',
  ],
};
