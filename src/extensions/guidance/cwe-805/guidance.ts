import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-805',
  title: 'Buffer access with wrong length',
  what: 'A copy or read is given a length that does not belong to the buffer, such as that of the source or of a pointer.',
  exploited:
    'An attacker sends a source longer than the target, or a length field larger than the message, and overflows or leaks memory.',
  fixed: {
    general:
      'Take the bound from the target of a write and from the received size of a read, and use the smaller of what is wanted and what fits; reject the rest.',
    c: 'Write `if (n > sizeof dst) return -1; memcpy(dst, src, n);`, pass the capacity as a parameter beside each pointer, and never `strncpy(dst, src, strlen(src))`.',
    cpp: 'Pass `std::span` or containers instead of pointer and length, and use `std::copy_n` after a check of both sizes.',
  },
  traps: [
    '`sizeof dst` is the size of a pointer when `dst` is a parameter.',
    'Byte counts and element counts differ for wide characters.',
  ],
};
