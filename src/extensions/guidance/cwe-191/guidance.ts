import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-191',
  title: 'Integer underflow',
  what: 'A subtraction goes below the smallest value of its type; an unsigned result becomes huge.',
  exploited:
    'An attacker makes a length smaller than the header that is subtracted and causes an enormous copy or loop.',
  fixed: {
    general:
      'Compare before subtracting and reject input in which the minuend is smaller. Count down loops with a test before the decrement.',
    c: 'Write `if (len < HEADER) return -1; size_t rest = len - HEADER;`; for signed values `if (b > 0 && a < INT_MIN + b)` or `__builtin_sub_overflow`.',
    cpp: 'Compare with `std::cmp_less(len, header)` for mixed signs, or use `__builtin_sub_overflow`; mind that `v.size() - 1` wraps for an empty container.',
    java: 'Use `Math.subtractExact` and `Math.negateExact`.',
    go: 'Check `if n < header` before subtracting from unsigned types.',
  },
  traps: [
    '`if (a - b > 0)` is always true for unsigned values that differ.',
    '`while (n-- >= 0)` never ends for an unsigned `n`.',
  ],
};
