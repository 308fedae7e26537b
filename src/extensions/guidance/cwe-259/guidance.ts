import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-259',
  title: 'Hard-coded password',
  what: 'A password is written into the source, for logging in elsewhere or for checking those who log in.',
  exploited:
    'An attacker reads it from the repository, the package or the binary and logs in everywhere the program runs.',
  fixed: {
    general:
      'Take outbound passwords from a secret store or the environment at start and fail if they are missing. Check inbound passwords against a per-user hash made by Argon2id, scrypt or bcrypt. Change every password that was ever committed.',
    python:
      'Read `os.environ["DB_PASSWORD"]` (a `KeyError` beats a default) and check logins with `argon2.PasswordHasher().verify(hash, password)`.',
    c: 'Read `getenv("DB_PASSWORD")` or a file of mode 0600, end on `NULL`, check logins with libsodium\'s `crypto_pwhash_str_verify`, and wipe with `sodium_memzero`.',
    javascript:
      'Read `process.env.DB_PASSWORD`, throw if it is empty, and check logins with `argon2.verify(hash, password)`.',
    java: "Inject the value from the environment or a vault; check logins with Spring's `PasswordEncoder.matches`.",
    go: 'Use `os.LookupEnv` and stop when it is unset; check logins with `bcrypt.CompareHashAndPassword`.',
  },
  traps: [
    'Encoding or encrypting the password with a key beside it hides nothing.',
    '`getenv` with a default password keeps the weakness.',
    'Deleting the line leaves the password in the history.',
  ],
};
