import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-170',
  title: 'Improper null termination',
  what: 'Text is not terminated, or is terminated in the wrong place, and later code reads on until it meets a zero byte.',
  exploited: 'An attacker fills a buffer exactly, so that string functions leak or copy the memory behind it.',
  fixed: {
    general:
      'Reserve one byte for the terminator, write it after every bounded copy or read, and use functions that always terminate.',
    c: 'Use `snprintf(dst, sizeof dst, "%s", src)` instead of `strncpy`; after `n = read(fd, buf, sizeof buf - 1)` check `n >= 0` and set `buf[n] = 0`; the same for `recv` and `readlink`.',
    cpp: 'Build `std::string(buf, n)` from the pointer and the length that was really read.',
  },
  traps: [
    '`strncpy` does not terminate when the source fills the buffer.',
    'Zeroing the buffer beforehand does not help if all of it can be overwritten.',
  ],
};
