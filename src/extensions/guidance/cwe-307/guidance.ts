import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-307',
  title: 'Unlimited authentication attempts',
  what: 'Logins, codes or reset tokens can be tried without limit.',
  exploited: 'An attacker tries leaked password lists or all six-digit codes until one fits.',
  fixed: {
    general:
      'Count failures per account and per source in shared storage, slow down and then refuse with 429, let codes expire after few tries, offer a second factor, and answer alike for unknown users.',
    python: 'Use Flask-Limiter (`@limiter.limit("5 per minute")`) with shared storage, or django-axes.',
    javascript:
      "Use rate-limiter-flexible with Redis, keyed by account and by address; set Express's `trust proxy` exactly.",
    java: 'Use Bucket4j or Spring Security events to count failures in shared storage.',
    go: 'Use `golang.org/x/time/rate` per key with eviction, or counters in Redis.',
    c: 'Count failures per account in persistent storage and delay or refuse before checking the password.',
  },
  traps: [
    'Counting in the session or a cookie is reset by dropping it.',
    'A hard lock of accounts lets anybody lock out others.',
    'Limits by address alone fail to botnets.',
  ],
};
