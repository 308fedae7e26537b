import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-400',
  title: 'Uncontrolled resource consumption',
  what: 'A caller can make the program use as much memory, time, disk or connections as they like.',
  exploited: 'An attacker sends large, many, slow or expensive requests until the service stops.',
  fixed: {
    general:
      'Set limits for everything that grows with input: body size, item count, nesting, page size, decompressed size, execution time, concurrency, rate per caller. Stream instead of loading whole, release resources on all paths, and answer 413 or 429.',
    python:
      'Set `MAX_CONTENT_LENGTH`, pass `timeout=` to every request and subprocess, read with a bound (`f.read(limit + 1)`), cap page sizes, and limit rates with Flask-Limiter.',
    c: 'Bound lengths before `malloc`, set `setrlimit`, `SO_RCVTIMEO` and a cap on connections and threads.',
    javascript:
      'Use `express.json({ limit: "100kb" })`, `server.requestTimeout`, express-rate-limit, `AbortSignal.timeout(ms)`, and worker threads for heavy work.',
    java: 'Bound thread pools and queues, set timeouts on clients and pools, and read with `readNBytes(limit)`.',
    go: 'Use `http.MaxBytesReader`, set `ReadHeaderTimeout`, `ReadTimeout` and `IdleTimeout`, `context.WithTimeout`, and a semaphore.',
  },
  traps: [
    '`Content-Length` can be missing or false; count the bytes read.',
    'A limit per request without one per caller still lets many requests through.',
    'A limit on compressed size does not bound the expanded size.',
  ],
};
