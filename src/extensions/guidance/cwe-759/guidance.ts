import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-759',
  title: 'Hash without salt',
  what: 'Passwords are hashed without a salt.',
  exploited: 'An attacker looks hashes up in prepared tables and sees which users share a password.',
  fixed: {
    general:
      'Use a password hash that makes a random salt per user and stores it in its result: Argon2id, scrypt or bcrypt. Rehash old records at the next login or wrap the old hash in the new one.',
    python:
      'Use `argon2.PasswordHasher().hash(password)` and `.verify`, or `bcrypt.hashpw(password, bcrypt.gensalt())`.',
    c: 'Use libsodium\'s `crypto_pwhash_str` and `crypto_pwhash_str_verify`, or `crypt` with `crypt_gensalt("$y$", 0, NULL, 0)`.',
    javascript: 'Use `argon2.hash(password)` and `argon2.verify`, or `bcrypt.hash(password, 12)`.',
    java: 'Use `Argon2PasswordEncoder` or `BCryptPasswordEncoder` of Spring Security.',
    go: 'Use `bcrypt.GenerateFromPassword(password, 12)` or `argon2.IDKey` with 16 random bytes of salt.',
  },
  traps: [
    'A salted fast hash is still too fast.',
    'One salt for all users, or a pepper, does not replace a salt per user.',
  ],
};
