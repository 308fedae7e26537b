import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-362',
  title: 'Race condition',
  what: 'Code running at the same time uses shared state without proper synchronisation.',
  exploited:
    'An attacker sends requests at once so that a check and its effect interleave: a voucher is used twice, a balance goes negative, memory is corrupted.',
  fixed: {
    general:
      'Make check and change one atomic step: one lock held for both, an atomic operation, or one conditional database statement or transaction with row lock and unique constraint. Keep lock order fixed; do not share what need not be shared.',
    c: "Hold one `pthread_mutex_t` around check and change and test the lock's result, or use `atomic_compare_exchange_strong`; in signal handlers only set a `volatile sig_atomic_t`.",
    cpp: 'Use `std::scoped_lock` over the whole sequence, or `std::atomic` with `compare_exchange`.',
    python:
      'Use `with lock:` for threads, and `select_for_update()` within `transaction.atomic()` or `F()` expressions for rows; the interpreter lock does not make `x += 1` atomic.',
    javascript: 'Do not split check and change by `await`; use `UPDATE ... WHERE stock > 0` and test the row count.',
    java: 'Use `synchronized` or `ReentrantLock` over both steps, `AtomicLong`, or `ConcurrentHashMap.compute`.',
    go: 'Use `sync.Mutex` or `atomic`, and test with `go test -race`.',
  },
  traps: [
    '`volatile` is no synchronisation in C or C++.',
    'A lock within one process does not help with several processes.',
    'Two atomic calls in a row are not atomic together.',
  ],
};
