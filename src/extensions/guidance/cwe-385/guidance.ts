import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-385',
  title: 'Timing side channel',
  what: 'The time an operation takes depends on a secret.',
  exploited:
    'An attacker measures many replies and recovers a token, MAC or password byte by byte, or learns which accounts exist.',
  fixed: {
    general:
      "Compare secrets with the library's constant-time function, over values of equal length such as their hashes or MACs. Do the same work for unknown accounts (verify against a dummy hash). Do not branch or index on secret bits.",
    python: 'Use `hmac.compare_digest(a, b)` or `secrets.compare_digest` on bytes instead of `==`.',
    c: 'Use `CRYPTO_memcmp` of OpenSSL, `sodium_memcmp` or `timingsafe_bcmp` instead of `memcmp` and `strcmp`.',
    javascript:
      'Use `crypto.timingSafeEqual` on the HMACs or SHA-256 hashes of both values, since it throws on unequal lengths.',
    java: 'Use `MessageDigest.isEqual(a, b)` instead of `Arrays.equals` and `String.equals`.',
    go: 'Use `subtle.ConstantTimeCompare(a, b) == 1` or `hmac.Equal`.',
  },
  traps: [
    'A random delay is averaged away.',
    'Returning early on unequal length reveals the length of the secret.',
    'A loop written by hand can be optimised back into an early exit.',
  ],
};
