import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-330',
  title: 'Insufficiently random values',
  what: 'A security decision rests on values that an attacker can predict.',
  exploited: 'An attacker guesses tokens, session ids, passwords or keys from the time, a counter or earlier outputs.',
  fixed: {
    general:
      "Draw tokens, keys, salts and codes from the operating system's secure generator, with at least 128 bits for anything guessable offline or unlimited, and check that it succeeded.",
    python:
      'Use `secrets.token_urlsafe(32)`, `secrets.choice` and `secrets.randbelow` instead of `random` and `uuid.uuid1`.',
    c: 'Use `getrandom(buf, n, 0)` or `arc4random_buf` and test the result; never `rand`, `random` or `time` as a source.',
    cpp: "Use `getrandom` or the library's `RAND_bytes`; `std::mt19937` is predictable and `std::random_device` is not guaranteed to be secure.",
    javascript:
      'Use `crypto.randomBytes(32)`, `crypto.randomUUID()` and `crypto.randomInt`, in the browser `crypto.getRandomValues`, instead of `Math.random`.',
    java: 'Use `new SecureRandom()` instead of `Random`, `ThreadLocalRandom` and `Math.random`.',
    go: 'Use `crypto/rand` (`rand.Text()` since Go 1.24) instead of `math/rand`.',
  },
  traps: [
    'Seeding a weak generator with a good seed does not make it secure.',
    'Hashing a predictable value keeps it predictable.',
    'Random bytes taken modulo a number are biased; use the uniform function.',
  ],
};
