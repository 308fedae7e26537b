import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-703',
  title: 'Improper handling of exceptional conditions',
  what: 'Errors and rare conditions are not noticed, or the program goes on as if nothing had happened.',
  exploited: 'An attacker provokes the condition and gets a state without checks, a crash or a leak.',
  fixed: {
    general:
      'Foresee each failure of calls and input, catch the specific error where it can be handled, fail closed (deny, roll back, release), log it, and let the rest reach one top-level handler. Do not use assertions for checks.',
    python:
      'Replace `except: pass` by the specific exception with `logger.exception` and a decision; replace `assert` on input by `if ...: raise ValueError`.',
    c: 'Test each result and `errno`, go to one clean-up label, and return an error code that the caller tests.',
    cpp: 'Catch by reference to the specific type, clean up by RAII, and do not let exceptions leave destructors.',
    javascript: 'Await in `try`/`catch`, reject promises with errors, and pass errors to `next(err)` in Express 4.',
    java: 'Catch specific exceptions, use try-with-resources, and do not return from `finally`.',
    go: 'Handle every `err`, wrap it with `%w`, and recover panics only at the top of a request.',
  },
  traps: [
    'An empty handler turns an error into a wrong answer.',
    'Catching everything also hides bugs and cancellation.',
  ],
};
