import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-414',
  title: 'Missing lock check',
  what: 'The program uses a shared resource without checking that it holds the lock, or ignores that locking failed.',
  exploited:
    'An attacker times requests so that two threads or processes change the resource together and corrupt it or pass a check twice.',
  fixed: {
    general:
      'Acquire the lock before the first access, test that it was acquired, do all of check and change under it, and release it on all paths. Bind the lock to the data so that access without it does not compile or asserts.',
    c: "Test `pthread_mutex_lock(&m) == 0`, `flock` and `fcntl` for success and return an error otherwise; use `PTHREAD_MUTEX_ERRORCHECK` in tests and annotate with `__attribute__((guarded_by(m)))` for clang's analysis.",
    cpp: 'Use `std::scoped_lock`; with `std::try_to_lock` test `owns_lock()` before the access.',
    python: 'Use `with lock:`; test the result of `lock.acquire(timeout=...)` and of `fcntl.flock` with `LOCK_NB`.',
    javascript: 'Test the result of `SET key token NX PX ms` in Redis, and release only your own token.',
    java: 'Test `tryLock(...)` and unlock in `finally`; use `@GuardedBy` with Error Prone.',
    go: 'Test `TryLock()`, and write `defer mu.Unlock()` right after `Lock()`.',
  },
  traps: [
    'Testing whether somebody holds the lock and then going on without taking it is a race.',
    'A lock file checked by `exists` is a race; create it exclusively.',
  ],
};
