import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-697',
  title: 'Incorrect comparison',
  what: 'A comparison decides wrongly: wrong operator, type, encoding, case, length or part of the value.',
  exploited: 'An attacker sends a value for which the comparison gives the wrong answer and passes the check.',
  fixed: {
    general:
      'Bring both sides to one type and canonical form, compare whole values with exact equality, and test the boundaries, empty, equal and mixed-case values. Compare secrets in constant time.',
    python:
      'Use `==` on equal types, `re.fullmatch` instead of `match`, `casefold` with `unicodedata.normalize("NFKC", s)` for names, and `math.isclose` for floats.',
    c: 'Use `strcmp(a, b) == 0` for text and `memcmp` with the full length after checking that lengths are equal; do not mix signed and unsigned.',
    cpp: 'Use `std::string` equality, `std::cmp_less` for mixed signs, and a strict weak order in comparators.',
    javascript:
      'Use `===` and `Number.isNaN`, and compare hosts through `new URL(...)`, not `includes` or `endsWith` without the dot.',
    java: 'Use `equals`, `equalsIgnoreCase` or `toLowerCase(Locale.ROOT)`, and `compareTo` for `BigDecimal`.',
    go: 'Use `strings.EqualFold` for case-insensitive names, `errors.Is` for errors, and `time.Equal`.',
  },
  traps: [
    '`strncmp(a, b, strlen(a))` accepts every prefix, the empty text included.',
    'Comparing by `startsWith` or `includes` accepts attacker-made neighbours.',
  ],
};
