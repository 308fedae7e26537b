import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-327',
  title: 'Broken or risky cryptography',
  what: 'A broken algorithm or mode (DES, RC4, MD5, SHA-1, ECB, unauthenticated CBC, textbook RSA) or a home-made scheme protects data.',
  exploited: 'An attacker decrypts or changes data, or makes collisions, at practical cost.',
  fixed: {
    general:
      'Use a high-level library. Encrypt with AES-GCM or ChaCha20-Poly1305 and a fresh nonce, hash with SHA-256 or better, sign with Ed25519 or RSA-PSS, encrypt keys with RSA-OAEP, and hash passwords with Argon2id, scrypt or bcrypt.',
    python:
      'Use `cryptography`: `AESGCM(key).encrypt(os.urandom(12), data, aad)` or `Fernet`; `hashlib.sha256`; replace `Crypto.Cipher.DES`, `ARC4` and `MODE_ECB`.',
    c: 'Use libsodium (`crypto_secretbox_easy`, `crypto_aead_xchacha20poly1305_ietf_encrypt`, `crypto_generichash`) or OpenSSL `EVP_aes_256_gcm` with the tag checked through `EVP_DecryptFinal_ex`.',
    javascript:
      'Use `crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12))`, store `getAuthTag()`, and check it with `setAuthTag`.',
    java: 'Use `Cipher.getInstance("AES/GCM/NoPadding")` with `GCMParameterSpec(128, iv)`; plain "AES" means ECB.',
    go: 'Use `cipher.NewGCM` with a random nonce, or `chacha20poly1305.NewX`; replace `crypto/des`, `rc4` and `md5`.',
  },
  traps: [
    'SHA-256 is too fast for passwords.',
    'CBC without authentication is open to padding oracles.',
    'Reusing a GCM nonce reveals the authentication key.',
  ],
};
