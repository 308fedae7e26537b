import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-770',
  title: 'Allocation without limits',
  what: 'Memory, threads, files, connections or records are allocated per request or per count from outside without a cap.',
  exploited: 'An attacker asks for huge amounts or sends many requests until nothing is left for others.',
  fixed: {
    general:
      'Cap each allocation by a constant, check sizes and counts from outside before allocating, use bounded pools and queues, limit per caller, set timeouts, and refuse with 413 or 429 when full.',
    python:
      'Set `MAX_CONTENT_LENGTH`, clamp page sizes (`min(int(n), 100)`), use `queue.Queue(maxsize=...)` and `ThreadPoolExecutor(max_workers=...)` with a bounded backlog, and pass `timeout=`.',
    c: 'Check `if (n == 0 || n > MAX_ITEMS) return -1;` before `calloc(n, size)`, and cap connections and threads with `setrlimit` and counters.',
    cpp: 'Check the size before `resize` or `reserve`, and use a bounded thread pool.',
    javascript:
      'Set `limit` on body parsers, `limits` on multer, bounds on arrays and strings in zod, and express-rate-limit.',
    java: 'Use `ThreadPoolExecutor` with an `ArrayBlockingQueue`, `@Size(max = ...)`, and `setMaxUploadSize`.',
    go: 'Use `http.MaxBytesReader`, a buffered channel as semaphore, check counts before `make`, and set server timeouts.',
  },
  traps: [
    'Catching the out-of-memory error comes too late; other parts have failed by then.',
    'A cap on one request without one on their number does not bound the sum.',
  ],
};
