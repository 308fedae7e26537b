import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-125',
  title: 'Out-of-bounds read',
  what: 'A read uses an index, pointer or length beyond the data that is there.',
  exploited:
    'An attacker sends a short message with a large length field, or an index beyond the table, and gets other memory back or crashes the program.',
  fixed: {
    general:
      'Check index and length against the number of bytes really received before each read, in a form that cannot overflow, and reject negative values. Make sure that text is terminated before string functions see it.',
    c: 'Use `size_t` for lengths, check `if (off > len || n > len - off) return -1;` before `memcpy`, and `if (i < 0 || i >= count)` for signed indexes; use `strnlen` or a bounded `memchr` on input without terminator.',
    cpp: 'Use `std::span` with `subspan` after a size check, `std::string_view`, and `.at()` on containers; check iterators against `end()`.',
    go: 'Check `len(b)` before `b[i]` or `binary.BigEndian.Uint32(b)`, which panic on short input.',
  },
  traps: [
    'A check only of the upper bound lets negative indexes pass.',
    '`off + n <= len` overflows; subtract instead.',
    'Testing after the access, as in `while (a[i] && i < n)`, reads first.',
  ],
};
