import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-312',
  title: 'Cleartext storage of sensitive data',
  what: 'Passwords, keys, tokens or personal data are stored unencrypted.',
  exploited: 'An attacker who gets a copy of the database, disk, backup or cookie reads them at once.',
  fixed: {
    general:
      'Do not store what is not needed. Store passwords only as slow salted hashes and random tokens as hashes; encrypt the rest with an authenticated cipher and a key kept elsewhere; restrict file permissions.',
    python:
      'Hash passwords with `argon2.PasswordHasher().hash`, encrypt with `cryptography.fernet.Fernet`, and keep tokens of desktop programs in `keyring`.',
    c: 'Use libsodium: `crypto_pwhash_str` for passwords and `crypto_secretbox_easy` with a random nonce for data.',
    javascript:
      'Hash with argon2, encrypt with `crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12))` and keep the tag; do not put tokens into `localStorage`.',
    java: 'Use `Argon2PasswordEncoder` and `Cipher.getInstance("AES/GCM/NoPadding")` with a key from a key store.',
    go: 'Use `bcrypt` or `argon2` and `cipher.NewGCM` with a fresh random nonce.',
  },
  traps: ['Base64 is no encryption.', 'A key stored beside the data protects nothing.'],
};
