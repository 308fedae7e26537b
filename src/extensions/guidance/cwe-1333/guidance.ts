import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-1333',
  title: 'Inefficient regular expression',
  what: 'A regular expression backtracks exponentially or polynomially on some inputs, and the input comes from outside.',
  exploited:
    'An attacker sends a few dozen crafted characters to `(a+)+$` and one request holds a processor for minutes.',
  fixed: {
    general:
      "Rewrite the pattern so that no two repeated parts can match the same text: no nested quantifiers, no overlapping alternatives under a quantifier. Bound the input's length before matching, prefer plain string functions or a parser, or use a linear-time engine.",
    python:
      'Use possessive quantifiers or atomic groups (`a++`, `(?>...)`, Python 3.11), the google-re2 package, or `str.partition` and `str.split`; `re` has no timeout.',
    javascript: 'Use the re2 package or string methods, and check `input.length` first.',
    java: 'Use possessive quantifiers (`a++`) or RE2/J.',
    cpp: 'Use RE2 instead of `std::regex`, whose recursion also overflows the stack on long input.',
    c: "Use RE2's C wrapper, or PCRE2 with `pcre2_set_match_limit` and `pcre2_set_depth_limit`.",
    go: "`regexp` runs in linear time; keep to it and bound the input's size.",
  },
  traps: [
    'Making the quantifier lazy does not reduce the backtracking of a failing match.',
    'Anchoring the pattern does not remove nested quantifiers.',
  ],
};
