import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-1204',
  title: 'Weak initialization vector',
  what: 'The vector or nonce of a cipher is reused, predictable or of the wrong kind for the mode.',
  exploited:
    'An attacker compares or combines ciphertexts: equal beginnings in CBC, the exclusive-or of texts in CTR, forgery in GCM.',
  fixed: {
    general:
      'Follow the mode: unpredictable and new for CBC, never repeated under a key for CTR, GCM and ChaCha20. Draw it from the secure generator per message (16 bytes for CBC, 12 for GCM) and send it with the ciphertext; change the key before 2^32 random GCM nonces, or use XChaCha20-Poly1305.',
    python:
      'Use `AESGCM(key).encrypt(os.urandom(12), data, aad)` and put the nonce in front, or `Fernet`, which does it all.',
    c: "Fill it with `RAND_bytes` or libsodium's `randombytes_buf` per message and test the result of `RAND_bytes` for 1.",
    javascript: 'Call `crypto.randomBytes(12)` for each `createCipheriv("aes-256-gcm", key, iv)`.',
    java: 'Draw `new byte[12]` with `SecureRandom` for each `GCMParameterSpec(128, iv)`, or let `Cipher.init` choose and read `getIV()`.',
    go: 'Use `cipher.NewGCMWithRandomNonce` (Go 1.24), or `rand.Read(nonce)` of `crypto/rand` per message.',
  },
  traps: [
    'A constant or all-zero vector is as good as none.',
    'A counter that restarts with the process repeats.',
    'Deriving the vector from the password repeats for equal passwords.',
  ],
};
