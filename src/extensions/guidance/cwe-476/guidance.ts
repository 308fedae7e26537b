import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-476',
  title: 'Null pointer dereference',
  what: 'A pointer or reference that can be null is used without a check.',
  exploited: 'An attacker causes the missing value (no memory, absent field, unknown key) and crashes the process.',
  fixed: {
    general:
      'Check every result that can be null right after the call and before the first use, on all paths, and handle it as an error. Express absence in types where the language can.',
    c: 'Test the results of `malloc`, `fopen`, `strchr`, `strtok`, `getenv` and lookups: `if (p == NULL) { ...; return -1; }`, and check pointer parameters at the public boundary.',
    cpp: 'Use references and values where null is no option, `std::optional` for absence, and test `find(...) != end()` and the result of `dynamic_cast` on pointers.',
    python: 'Test `is None` for `dict.get`, `re.match` and ORM `first()` before using the result.',
    java: 'Return `Optional`, use `Objects.requireNonNull` at the boundary, and handle `null` from `Map.get`.',
    javascript:
      'Use `?.` and `??` only where absence has a meaning, else return an error; switch on `strictNullChecks` in TypeScript.',
    go: 'Test `err` before using the other result, and test pointers, maps written to, and the `ok` of type assertions.',
  },
  traps: ['`assert(p)` vanishes with `NDEBUG`.', 'A check after the first use is removed by the compiler.'],
};
