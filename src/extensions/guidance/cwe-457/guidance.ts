import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-457',
  title: 'Use of uninitialized variable',
  what: 'A variable is read on a path on which nothing was assigned to it.',
  exploited:
    'An attacker reaches that path and gets stale stack content back, or steers the program through left-over values.',
  fixed: {
    general:
      'Initialise at declaration, give every branch and error path a value, and use the output of a call only after it reported success.',
    c: 'Write `int x = 0; char *p = NULL; struct s v = {0};`, check the result of `scanf` before using its targets, and compile with `-Wall -Wextra -Wmaybe-uninitialized`.',
    cpp: 'Use `T x{};`, in-class member initialisers and constructors that set every member; declare a variable where its value is known.',
    python: 'Assign before the branches, since a missed one raises `UnboundLocalError`.',
    javascript: 'Use `const` and `let` with a value, and handle `undefined` explicitly.',
  },
  traps: ['A `default` that is never right only hides the missing branch; report the error.'],
};
