import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-347',
  title: 'Improper signature verification',
  what: 'A signature is not verified, or its algorithm, key or result is not checked.',
  exploited:
    'An attacker alters a token, update or webhook, drops the signature or signs with an algorithm of choice, and is believed.',
  fixed: {
    general:
      'Verify before using any content, with key and algorithm fixed by the program, never by the message. Check issuer, audience and expiry, test the result explicitly, and compare MACs in constant time over the raw bytes.',
    python:
      'Use `jwt.decode(token, key, algorithms=["RS256"], audience=..., issuer=...)`, never `verify_signature: False`; compare HMACs with `hmac.compare_digest`.',
    c: 'Test `EVP_DigestVerifyFinal(...) == 1`, since it returns 0 for a bad signature and may return negative errors.',
    javascript:
      'Use `jwt.verify(token, key, { algorithms: ["RS256"], audience, issuer })`; compare with `crypto.timingSafeEqual` on equal lengths and verify webhooks over the raw body.',
    java: 'Use `Jwts.parser().verifyWith(key).build().parseSignedClaims(token)`, and test the boolean of `Signature.verify`.',
    go: 'Use `jwt.Parse` with `jwt.WithValidMethods([]string{"RS256"})`, and test the result of `ed25519.Verify` or `hmac.Equal`.',
  },
  traps: [
    '`if (verify(...))` in C takes a negative error for success.',
    'Accepting both HS256 and RS256 lets the public key act as HMAC secret.',
    'Decoding a token verifies nothing.',
  ],
};
