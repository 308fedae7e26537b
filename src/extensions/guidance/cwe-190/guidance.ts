import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-190',
  title: 'Integer overflow',
  what: 'Arithmetic exceeds the range of its type and wraps or, for signed C integers, is undefined.',
  exploited:
    'An attacker chooses a number so that a size or sum becomes small or negative, passes a check, and causes a buffer overflow or a wrong amount.',
  fixed: {
    general:
      'Check the operands before the operation, in a form that cannot overflow itself, or use checked arithmetic; reject values out of the range that the task needs. Use `size_t` or 64 bits for sizes.',
    c: 'Use `__builtin_add_overflow` or C23 `ckd_add` and `ckd_mul`, or test `if (b > 0 && a > INT_MAX - b)` and `if (b != 0 && a > SIZE_MAX / b)` first; allocate arrays with `calloc`; convert with `strtol` and check `errno`.',
    cpp: 'Use `__builtin_mul_overflow`, test against `std::numeric_limits<T>::max()`, and `std::in_range<T>` for conversions.',
    java: 'Use `Math.addExact`, `Math.multiplyExact` and `Math.toIntExact`, or `BigInteger`.',
    javascript: 'Check `Number.isSafeInteger` of operands and result, or use `BigInt`; bit operators cut to 32 bits.',
    go: 'Test `a > math.MaxInt64-b` first, and check the range before a narrowing conversion; parse with the right bit size.',
    python:
      'Integers do not overflow, but check the range before `struct.pack`, ctypes and NumPy types, which fail or wrap.',
  },
  traps: [
    'Testing `a + b < a` after signed addition is undefined and compiled away.',
    'Casting the result to a wider type comes too late; cast an operand.',
  ],
};
