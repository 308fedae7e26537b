import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-704',
  title: 'Incorrect type conversion',
  what: 'A value is treated as another type than it has.',
  exploited:
    'An attacker supplies an object of another shape or type, so that fields overlap, checks on strings see arrays, or numbers change.',
  fixed: {
    general:
      'Check the type at the boundary before converting, use conversions that report failure, and do not reinterpret memory.',
    c: 'Keep a tag beside each union and test it; copy bytes with `memcpy` into a variable of the target type; give `void *` callbacks one documented type.',
    cpp: 'Use `std::variant` and `std::get_if`, `dynamic_cast` with a test of the result, and `std::bit_cast`; avoid C casts and `reinterpret_cast`.',
    python: 'Test `isinstance` or parse with pydantic in strict mode; mind that `bool` is an `int`.',
    javascript: 'Use `===`, test `typeof` and `Array.isArray`, and convert with `Number` plus `Number.isFinite`.',
    java: 'Use `instanceof` with a pattern variable and generic collections instead of raw ones.',
    go: 'Use the two-value form `v, ok := x.(T)`.',
  },
  traps: ["TypeScript's `as` checks nothing at run time."],
};
