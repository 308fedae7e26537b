import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-916',
  title: 'Password hash too fast',
  what: 'Passwords are hashed by a fast function or with too few rounds.',
  exploited: 'An attacker who gets the hashes tries billions of candidates a second.',
  fixed: {
    general:
      'Use Argon2id (at least 19 MiB, 2 passes), scrypt (N 2^17, r 8), bcrypt (cost 10 or more, at most 72 bytes) or PBKDF2-HMAC-SHA256 with at least 600,000 rounds, each with a random salt, and raise the cost over time by rehashing at login.',
    python: "Use `argon2.PasswordHasher()` with `check_needs_rehash`, or Django's `Argon2PasswordHasher`.",
    c: 'Use `crypto_pwhash_str(out, pw, len, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)` and test the result.',
    javascript: 'Use `argon2.hash(password, { type: argon2.argon2id })`, or `bcrypt.hash(password, 12)`.',
    java: 'Use `Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()` or `new BCryptPasswordEncoder(12)`.',
    go: 'Use `argon2.IDKey(password, salt, 2, 19*1024, 1, 32)` or `bcrypt.GenerateFromPassword(password, 12)`.',
  },
  traps: [
    'SHA-512 with a salt is still fast.',
    'Bcrypt of a raw binary digest stops at a zero byte in some libraries; encode it first.',
  ],
};
