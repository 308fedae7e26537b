import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-532',
  title: 'Sensitive data in logs',
  what: 'Passwords, tokens, keys or personal data are written to logs.',
  exploited: 'An attacker with access to logs, their archive or a log service takes them over.',
  fixed: {
    general:
      'Log events and identifiers, not contents. Redact by an allow-list of fields in one place, keep bodies and headers of logins out, and restrict and expire logs.',
    python: 'Add a `logging.Filter` that masks known fields, and use `SecretStr` of pydantic, which prints as stars.',
    javascript: "Use pino's `redact` option with the paths, and do not log whole request objects.",
    java: 'Exclude secrets from `toString` (`@ToString.Exclude`), and do not log requests whole.',
    go: 'Give secret types a `LogValue()` method for `slog` that returns a mask.',
    c: 'Do not print credentials; log the user name and the result code only.',
  },
  traps: [
    'Lowering the level to debug keeps the secret in the log of whoever debugs.',
    'Hashing a short value such as a PIN is reversed by search.',
  ],
};
