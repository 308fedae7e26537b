import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-401',
  title: 'Memory leak',
  what: 'Allocated memory is not released on every path.',
  exploited: 'An attacker repeats the request that leaks, such as one that ends in an error, until memory runs out.',
  fixed: {
    general:
      'Give every allocation one owner and release it on all paths, errors included. Bound caches and maps and remove entries when their connection or session ends.',
    c: 'Use one exit label (`goto out`) that frees everything, initialise pointers to `NULL`, and assign `realloc` to a second pointer: `tmp = realloc(p, n); if (!tmp) { free(p); return -1; } p = tmp;`.',
    cpp: 'Use `std::unique_ptr`, `std::vector` and `std::string` instead of `new`; break cycles of `std::shared_ptr` with `std::weak_ptr`.',
    python:
      'Bound caches (`functools.lru_cache(maxsize=...)`, not `None`) and drop references in module-level containers.',
    java: 'Bound caches with eviction, remove listeners, and call `ThreadLocal.remove()` in pools.',
    javascript: 'Bound `Map` caches, remove listeners, and clear timers.',
    go: 'End goroutines with a `context` and stop tickers.',
  },
  traps: [
    '`p = realloc(p, n)` leaks the old block on failure.',
    'Freeing only on the success path leaves the leak that attackers use.',
  ],
};
