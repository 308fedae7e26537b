import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-331',
  title: 'Insufficient entropy',
  what: 'A secret is made from too few possibilities, though the generator may be good.',
  exploited: 'An attacker tries all values of a short token, code or key.',
  fixed: {
    general:
      "Make secrets of at least 128 random bits (16 bytes) from the system's secure generator, keys as long as the algorithm wants. Where codes must be short, let them expire soon and after few tries.",
    python: 'Use `secrets.token_hex(16)` or more and `os.urandom(32)` for keys.',
    c: 'Read at least 16 bytes with `getrandom` and handle short results.',
    javascript: 'Use `crypto.randomBytes(16).toString("hex")` or more.',
    java: 'Fill at least `new byte[16]` with `SecureRandom.nextBytes`.',
    go: 'Read at least 16 bytes with `rand.Read` of `crypto/rand`.',
  },
  traps: [
    'A long text made of few random bits (a hash of a counter) has only those bits.',
    'Cutting a UUID short removes most of its entropy.',
  ],
};
