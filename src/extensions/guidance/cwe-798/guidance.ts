import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-798',
  title: 'Hard-coded credentials',
  what: 'Passwords, tokens, keys or connection strings are written into the source or shipped configuration.',
  exploited: 'An attacker finds them in the repository, package or binary and uses them against every installation.',
  fixed: {
    general:
      'Load credentials at start from a secret store or the environment, stop when they are missing, and give each installation its own. Check inbound logins against per-user salted hashes. Revoke whatever was committed.',
    python:
      'Read `os.environ["API_KEY"]` without a default or use pydantic-settings with `SecretStr`; check passwords with `argon2.PasswordHasher().verify`.',
    c: 'Read `getenv` or a file of mode 0600, end on `NULL`, and check logins with `crypto_pwhash_str_verify`.',
    javascript: 'Read `process.env.API_KEY` and throw if it is empty; keep secrets out of bundles sent to the browser.',
    java: 'Use environment variables, Spring\'s `@Value("${db.password}")` backed by a vault, or a `KeyStore`.',
    go: "Use `os.LookupEnv` and stop when it is unset, or a secret manager's client.",
  },
  traps: [
    'A default such as `os.getenv("KEY", "secret")` keeps the credential.',
    'Base64, XOR or splitting the string hides nothing.',
    'Moving it to a committed `.env` file only moves it.',
  ],
};
