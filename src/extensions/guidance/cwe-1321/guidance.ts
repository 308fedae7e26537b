import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-1321',
  title: 'Prototype pollution',
  what: 'Keys from outside such as `__proto__` or `constructor` are written into objects by a merge, set-by-path or clone.',
  exploited:
    'An attacker adds properties to `Object.prototype`, so that every object seems to have them, and bypasses checks or reaches code execution.',
  fixed: {
    general:
      'Do not copy unknown keys recursively. Validate the input against a closed schema, skip `__proto__`, `constructor` and `prototype`, and keep free key-value data in a `Map` or an object without a prototype.',
    javascript:
      'Use `Map` or `Object.create(null)` for dictionaries, test with `Object.hasOwn`, parse with a strict zod schema, and write merges that iterate `Object.keys` and refuse the three keys; start Node with `--disable-proto=delete` as a second line.',
    python:
      'Guard the like flaw, `setattr` with outside names: allow only names from a fixed set and refuse names that begin with `_`.',
  },
  traps: [
    'Refusing only `__proto__` leaves `constructor.prototype`.',
    '`Object.freeze(Object.prototype)` breaks code that shadows its methods and comes too late for loaded modules.',
  ],
};
