import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-522',
  title: 'Insufficiently protected credentials',
  what: 'Passwords, tokens or keys are stored, sent, logged or shown in a way that lets others read them.',
  exploited: 'An attacker takes them from the database, a log, a URL, a repository or the network and logs in.',
  fixed: {
    general:
      'Store user passwords only as Argon2id, scrypt or bcrypt hashes, keep service credentials in a secret store, send both over verified TLS in a body or header only, and keep them out of URLs, logs, errors and replies.',
    python:
      'Use `argon2.PasswordHasher`, read secrets from the environment or a vault, exclude the hash field from API models, and use `getpass.getpass` at the terminal.',
    c: "Use libsodium's `crypto_pwhash_str`, wipe buffers with `explicit_bzero`, create credential files with mode 0600, and do not take passwords from `argv`.",
    javascript:
      'Use argon2, omit the hash when serialising users, and set session cookies `httpOnly`, `secure` and `sameSite`.',
    java: 'Use a `PasswordEncoder`, mark the field `@JsonIgnore`, and keep secrets out of `application.properties`.',
    go: 'Use `bcrypt.GenerateFromPassword`, tag the field `json:"-"`, and read secrets from the environment or a vault.',
  },
  traps: [
    'Reversible encryption of passwords gives them all away with the key.',
    'Plain SHA-256 of passwords is searched at billions a second.',
  ],
};
