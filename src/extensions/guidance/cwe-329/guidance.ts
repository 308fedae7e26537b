import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-329',
  title: 'Predictable IV in CBC mode',
  what: 'The initialization vector of CBC encryption is constant, counted or derived from known values.',
  exploited:
    'An attacker who can have texts encrypted recognises equal beginnings and confirms guesses of secret blocks.',
  fixed: {
    general:
      "Draw a new vector of 16 random bytes from the system's secure generator for each message and send it in front of the ciphertext. Better, replace CBC by AES-GCM or ChaCha20-Poly1305 with a fresh nonce; if CBC must stay, add an HMAC over vector and ciphertext.",
    python:
      'Use `iv = os.urandom(16)` per message with `modes.CBC(iv)`, or `AESGCM(key).encrypt(os.urandom(12), data, None)`.',
    c: 'Fill the vector with `RAND_bytes(iv, 16)` and test the result for 1 before `EVP_EncryptInit_ex`.',
    javascript: 'Use `crypto.randomBytes(16)` for "aes-256-cbc", or 12 bytes for "aes-256-gcm".',
    java: 'Fill `byte[16]` with `SecureRandom.nextBytes` for each message and pass `new IvParameterSpec(iv)`.',
    go: 'Fill the vector with `rand.Read(iv)` of `crypto/rand` for each message.',
  },
  traps: [
    'Using the key, a timestamp or the hash of the message as vector stays predictable.',
    'The last block of the message before is known to the attacker, too.',
  ],
};
