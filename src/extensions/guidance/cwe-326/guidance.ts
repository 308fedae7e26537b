import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-326',
  title: 'Inadequate encryption strength',
  what: 'The algorithm is sound but its key or parameters are too small.',
  exploited: 'An attacker breaks the key by computation, now or later from recorded traffic.',
  fixed: {
    general:
      'Use AES with 128 or 256 bits in an authenticated mode or ChaCha20-Poly1305, RSA of at least 3072 bits (2048 as legacy minimum), elliptic curves of at least 256 bits, and TLS 1.2 or 1.3 only.',
    python:
      'Call `rsa.generate_private_key(public_exponent=65537, key_size=3072)` or `ec.generate_private_key(ec.SECP256R1())`; set `context.minimum_version = ssl.TLSVersion.TLSv1_2`.',
    c: 'With OpenSSL 3 use `EVP_RSA_gen(3072)` or `EVP_EC_gen("P-256")`, and `SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)`.',
    javascript:
      'Use `crypto.generateKeyPair("rsa", { modulusLength: 3072 }, cb)` or `"ed25519"`, and `minVersion: "TLSv1.2"`.',
    java: 'Call `initialize(3072)` on an RSA `KeyPairGenerator`, `init(256)` on an AES `KeyGenerator`, and allow TLSv1.2 and TLSv1.3 only.',
    go: 'Use `rsa.GenerateKey(rand.Reader, 3072)` or `ed25519.GenerateKey`, and `MinVersion: tls.VersionTLS12`.',
  },
  traps: [
    'A short password stretched by one hash stays a short key.',
    'Encrypting twice with a weak cipher does not double its strength.',
  ],
};
