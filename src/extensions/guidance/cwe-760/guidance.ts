import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-760',
  title: 'Predictable salt',
  what: 'Passwords are hashed with a constant salt or one derived from known values such as the user name.',
  exploited: 'An attacker prepares tables for that salt in advance and attacks all users at once.',
  fixed: {
    general:
      'Draw at least 16 random bytes per password from the secure generator, and store them beside the hash, best by a password hash that does so itself (Argon2id, scrypt, bcrypt).',
    python:
      'Use `argon2.PasswordHasher().hash(password)`, or `hashlib.scrypt(password, salt=os.urandom(16), n=2**17, r=8, p=1, maxmem=2**28)` with the salt stored.',
    c: "Use libsodium's `crypto_pwhash_str`, or fill 16 bytes with `getrandom` for `EVP_PBE_scrypt`.",
    javascript:
      'Use `argon2.hash(password)`, or `crypto.scrypt(password, crypto.randomBytes(16), 64, { N: 131072, r: 8, p: 1, maxmem: 2 ** 28 }, cb)`.',
    java: 'Use `BCryptPasswordEncoder` or `Argon2PasswordEncoder`, or `SecureRandom` bytes for `PBEKeySpec`.',
    go: 'Use `bcrypt`, or 16 bytes of `crypto/rand` for `argon2.IDKey`.',
  },
  traps: [
    'Hashing the user name into a salt keeps it predictable.',
    'The salt need not be secret, but it must differ for each password.',
  ],
};
