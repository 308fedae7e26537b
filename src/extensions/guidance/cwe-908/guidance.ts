import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-908',
  title: 'Use of uninitialized resource',
  what: 'Memory, an object or a handle is used before it was set up.',
  exploited:
    'An attacker reads left-over secrets from memory that is sent out unfilled, or steers the program with stale values.',
  fixed: {
    general:
      'Initialise memory completely before use or before it is sent out, padding included, and check that the set-up succeeded before using the resource.',
    c: 'Use `calloc` or `memset(&s, 0, sizeof s)` before filling a struct that is sent or stored, and send only the bytes really written.',
    cpp: 'Use value initialisation (`T{}`, `std::make_unique<T[]>(n)`) and constructors that leave no member unset.',
    javascript: 'Use `Buffer.alloc(n)` instead of `Buffer.allocUnsafe(n)` unless all of it is overwritten.',
    java: 'Set every field in the constructor, and do not publish `this` from it.',
    go: 'Send `buf[:n]`, not `buf`, after `n, err := r.Read(buf)`.',
  },
  traps: ['`{0}` sets the members but does not promise the padding.'],
};
