import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-755',
  title: 'Improper error handling',
  what: 'An error is caught or returned but handled wrongly: ignored, too broad, or without undoing what was done.',
  exploited: 'An attacker provokes the error and leaves a half-done change, a held lock or a skipped check behind.',
  fixed: {
    general:
      'Catch the narrowest error at the place that can do something about it; undo or roll back, release, log, and return a failure. Deny on errors in checks. Leave the rest to one top-level handler.',
    python:
      'Catch named exceptions, keep the `try` body short, use `with transaction.atomic()`, and re-raise with `raise ... from err`.',
    c: 'Use one clean-up label that undoes steps in reverse order, and report the first error.',
    cpp: 'Use RAII guards and catch by `const` reference; rethrow with `throw;`.',
    javascript:
      'Use `try`/`catch`/`finally` around `await`, roll the transaction back in `catch`, and rethrow what is not expected.',
    java: 'Use try-with-resources and `@Transactional(rollbackFor = Exception.class)`; restore the flag with `Thread.currentThread().interrupt()`.',
    go: 'Return wrapped errors, `defer tx.Rollback()` after `Begin`, and test with `errors.Is`.',
  },
  traps: ['Logging an error and going on is not handling it.', '`return` in `finally` swallows the exception.'],
};
