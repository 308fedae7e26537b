import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-328',
  title: 'Weak hash',
  what: 'MD5, SHA-1 or another hash without enough resistance is used where an attacker may choose the input.',
  exploited:
    'An attacker makes two inputs of one hash to pass an integrity check, or recovers a hashed value by search.',
  fixed: {
    general:
      'Use SHA-256, SHA-3 or BLAKE2 for integrity, HMAC-SHA-256 where a key is involved, and Argon2id, scrypt or bcrypt for passwords. Compare secrets in constant time.',
    python:
      'Use `hashlib.sha256`, `hmac.new(key, msg, "sha256")` with `hmac.compare_digest`; mark non-security uses with `usedforsecurity=False`.',
    c: "Use OpenSSL `EVP_Digest(data, len, md, &n, EVP_sha256(), NULL)` or libsodium's `crypto_generichash`; compare with `CRYPTO_memcmp`.",
    javascript: 'Use `crypto.createHash("sha256")`, `crypto.createHmac("sha256", key)` and `crypto.timingSafeEqual`.',
    java: 'Use `MessageDigest.getInstance("SHA-256")`, `Mac.getInstance("HmacSHA256")` and `MessageDigest.isEqual`.',
    go: 'Use `crypto/sha256`, `crypto/hmac` and `hmac.Equal`.',
  },
  traps: [
    'Salting MD5 or repeating it a few times leaves it too fast for passwords.',
    'SHA-256 of key and message joined is open to length extension; use HMAC.',
  ],
};
