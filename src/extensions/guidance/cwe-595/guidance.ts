import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-595',
  title: 'Comparison of object references',
  what: 'Two objects are compared by identity where their contents are meant.',
  exploited:
    'An attacker or chance makes equal values differ, or equal references hide a difference, so that a check is skipped.',
  fixed: {
    general:
      "Compare by value with the language's equality method; use identity only for singletons. Define equality and hash together. Compare secrets in constant time.",
    java: 'Use `equals` or `Objects.equals(a, b)` instead of `==` for strings, boxed numbers and other objects; use `==` for enums and `MessageDigest.isEqual` for secrets.',
    python:
      'Use `==` for values and `is` only for `None`, `True`, `False` and sentinels; `hmac.compare_digest` for secrets.',
    javascript: 'Compare fields or use `util.isDeepStrictEqual(a, b)`; for dates compare `getTime()`.',
    c: 'Use `strcmp(a, b) == 0` instead of `a == b` for text, and compare structs field by field, since padding is undefined.',
    cpp: 'Compare `*a == *b` for pointers after a null check, and use `std::string` instead of `const char *`.',
    go: 'Compare dereferenced values, `bytes.Equal`, `slices.Equal` or `t1.Equal(t2)` for times.',
  },
  traps: [
    'Small integers and literals are cached, so `==` or `is` seems to work in tests.',
    "Java's `equals` on arrays compares references; use `Arrays.equals`.",
  ],
};
