import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-772',
  title: 'Missing release of resource',
  what: 'A file, socket, lock, process or connection is not released on every path.',
  exploited: 'An attacker repeats the request that leaks until descriptors, connections or locks run out.',
  fixed: {
    general:
      "Tie the release to the scope with the language's construct, so that it also happens on errors and early returns. Give pools limits and timeouts.",
    python:
      'Use `with open(...) as f`, `contextlib.closing` and `ExitStack`; use `async with` for clients and connections.',
    c: 'Use one exit label that calls `fclose`, `close`, `free` and `pthread_mutex_unlock` for whatever was acquired, in reverse order.',
    cpp: 'Wrap resources in RAII types: `std::fstream`, `std::lock_guard`, `std::unique_ptr` with a deleter.',
    java: 'Use try-with-resources for every `AutoCloseable`, JDBC statements and result sets included.',
    javascript: 'Release in `finally`, use `stream.pipeline`, and call `client.release()` for pooled connections.',
    go: 'Write `defer f.Close()` right after the error check, close `resp.Body`, and call the `cancel` function of each context.',
  },
  traps: [
    'Releasing at the end of the `try` block misses exceptions.',
    '`defer` inside a long loop holds everything until the function returns.',
  ],
};
