import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-835',
  title: 'Infinite loop',
  what: "A loop's exit condition cannot be reached for some input.",
  exploited:
    'An attacker sends that input (zero length, cyclic reference, early end of stream) and holds a processor for ever.',
  fixed: {
    general:
      'Make sure that each round moves strictly towards the end: advance by at least one, treat zero progress and end of input as exit or error, remember visited nodes, and cap the number of rounds from outside data.',
    c: 'Exit when `read` or `recv` returns 0 or less (except `EINTR`), require a record length of at least the header before `p += len`, test `fgets` for `NULL` instead of `feof`, and mind that an unsigned `i >= 0` is always true.',
    cpp: 'Loop on `while (std::getline(in, s))` instead of `!in.eof()`, and clear and skip after a failed `>>`.',
    python:
      'Stop when `recv` or `read` returns `b""`, keep a `seen` set for references, and use `for _ in range(limit)` for retries.',
    javascript: 'Cap retries and redirects, and advance `lastIndex` after empty matches.',
    java: 'Stop when `read` returns -1, and cap retries.',
    go: 'Return on any `err`, `io.EOF` included, and on `ctx.Done()`.',
  },
  traps: [
    'A sleep in the loop keeps it from ending just the same.',
    '`!=` as exit condition is jumped over by larger steps; use `<`.',
  ],
};
