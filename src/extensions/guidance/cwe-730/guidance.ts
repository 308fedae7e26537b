import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-730',
  title: 'Denial of service',
  what: 'Input can make the program use unbounded time or memory, or crash.',
  exploited:
    'An attacker sends one costly input (a backtracking pattern, nested data, a decompression bomb) or many cheap ones and stops the service for all.',
  fixed: {
    general:
      'Bound the size, depth and count of input before work starts, use algorithms with linear or near-linear cost, set timeouts and rate limits, and turn every failure on input into an error reply instead of a crash.',
    python:
      'Bound lengths before `re`, avoid nested quantifiers and never compile patterns from users unescaped (`re.escape`), check `ZipInfo.file_size` and count while reading, and limit with `MAX_CONTENT_LENGTH`.',
    c: 'Bound lengths, loop counts and recursion depth, set socket timeouts, and return errors instead of `abort` or `assert`.',
    javascript:
      'Use re2 for outside patterns, limit bodies with `express.json({ limit })`, and keep long work off the event loop.',
    java: "Limit sizes and depth (Jackson's `StreamReadConstraints`), count bytes while unzipping, and set timeouts.",
    go: 'Use `http.MaxBytesReader`, `io.LimitReader`, server timeouts, and recover panics per request.',
  },
  traps: [
    'A timeout that does not stop the work leaves the processor busy.',
    "The sizes declared in an archive are the attacker's words; count while expanding.",
  ],
};
