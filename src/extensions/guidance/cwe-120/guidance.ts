import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-120',
  title: 'Copy without size check',
  what: 'Input is copied into a buffer of fixed size without checking that it fits.',
  exploited: 'An attacker sends more than the buffer holds, overwrites what lies behind and diverts the control flow.',
  fixed: {
    general:
      'Check the source length against the capacity, terminator included, before copying, and treat text that does not fit as an error; or copy into a buffer sized from the input.',
    c: 'Replace `strcpy`, `strcat`, `sprintf` and `gets` by `snprintf(dst, sizeof dst, "%s", src)` with a check that the result is `>= 0` and `< sizeof dst`, or `fgets`; give `scanf` a width (`"%63s"` for 64 bytes) and check its result.',
    cpp: 'Use `std::string` and `std::getline`; if an array must be filled, check `s.size() < sizeof dst` before `std::copy`.',
  },
  traps: [
    '`strncat(dst, src, sizeof dst)` is wrong, since the bound is the space left without the terminator.',
    '`strncpy` may leave the text unterminated.',
    'Making the buffer larger only moves the limit.',
  ],
};
