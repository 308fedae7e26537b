import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-617',
  title: 'Reachable assertion',
  what: 'An assertion checks something that input can make false.',
  exploited: 'An attacker sends that input and ends the process, or, where assertions are off, passes the check.',
  fixed: {
    general:
      'Check input with ordinary conditions and return an error; keep assertions for facts that only a bug can break.',
    c: 'Replace `assert(n < MAX)` on input by `if (n >= MAX) return -1;`.',
    cpp: 'Throw or return `std::expected` for bad input; use `assert` for invariants and `static_assert` for constants.',
    python: 'Replace `assert` by `if not ...: raise ValueError(...)` or a 4xx reply; `python -O` removes assertions.',
    java: 'Throw `IllegalArgumentException`; assertions are off unless the JVM runs with `-ea`.',
    javascript: 'Return a 4xx reply instead of an uncaught `AssertionError`.',
    go: 'Return an error instead of `panic` on input.',
  },
  traps: ['Defining `NDEBUG` removes the crash together with the check.'],
};
