import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-681',
  title: 'Incorrect numeric conversion',
  what: 'A number is converted to a type that cannot hold it: narrowed, changed in sign, or cut from floating point.',
  exploited:
    'An attacker sends a value that changes in the conversion, so that a check sees one number and the use another.',
  fixed: {
    general:
      'Check the range of the target type before converting, keep one type from the check to the use, and compare values of the same sign only.',
    c: 'Keep sizes in `size_t`; check `if (v < 0 || v > UINT16_MAX)` before a cast; check `x >= -2147483648.0 && x < 2147483648.0` (false for NaN) before casting a double to `int`; compile with `-Wconversion -Wsign-conversion`.',
    cpp: 'Use braces `T{x}` against narrowing, `std::in_range<T>(x)` and `std::cmp_less`.',
    java: 'Use `Math.toIntExact`, and check the range before `(byte)` or `(short)`.',
    go: "Parse with the target's bit size (`strconv.ParseInt(s, 10, 32)`) and check the range before `int32(x)`.",
    python: 'Use `decimal.Decimal` for money, and check for NaN and infinity before `int(x)`.',
    javascript: 'Check `Number.isSafeInteger`; use `BigInt` for 64-bit identifiers.',
  },
  traps: [
    'A cast silences the warning and keeps the loss.',
    'Comparing signed with unsigned turns -1 into the largest number.',
  ],
};
