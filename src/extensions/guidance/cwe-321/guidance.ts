import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-321',
  title: 'Hard-coded cryptographic key',
  what: 'A key for encryption, signing or sessions is written into the source.',
  exploited: 'An attacker reads it once and decrypts data or forges tokens of every installation.',
  fixed: {
    general:
      'Generate keys with a secure generator, one per installation and purpose, load them at start from a secret store or the environment, refuse to start without one, and support rotation by key ids. Replace every key that was committed.',
    python:
      'Read `os.environ["SECRET_KEY"]` without a default; generate once with `secrets.token_hex(32)` or `Fernet.generate_key()`.',
    c: "Read the key from a file of mode 0600 or a key service, check its length, and generate it with `getrandom` or libsodium's `crypto_secretbox_keygen`.",
    javascript:
      'Read `process.env.JWT_SECRET`, throw if it is missing or short, and generate it with `crypto.randomBytes(32)`.',
    java: 'Load the key from a `KeyStore`, vault or KMS; generate with `KeyGenerator`.',
    go: 'Load with `os.LookupEnv` or from a KMS, decode and check the length; generate with `crypto/rand`.',
  },
  traps: [
    'A random key made anew at each start breaks sessions and several processes.',
    'Deriving the key from a constant passphrase is the same constant.',
    'A fallback default becomes the production key.',
  ],
};
