import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-521',
  title: 'Weak password requirements',
  what: 'Users can choose passwords that are short, common or already leaked.',
  exploited: 'An attacker guesses them with a list or reuses leaked ones.',
  fixed: {
    general:
      "Demand at least 15 characters where the password is the only factor, else at least 8, allow at least 64 and every character, and refuse values found in a list of common and leaked passwords or containing the account's name. Demand no mixture of kinds and no periodic change. Check on the server; limit attempts.",
    python:
      'In Django configure `MinimumLengthValidator` (`min_length` 15), `CommonPasswordValidator` and `UserAttributeSimilarityValidator`; elsewhere check `len` and a list, or the Pwned Passwords range API.',
    javascript: 'Check length and list on the server with `zxcvbn` or the Pwned Passwords range API.',
    java: "Use Passay with `LengthRule` and `DictionaryRule`, or Spring Security's `CompromisedPasswordChecker`.",
    go: 'Count with `utf8.RuneCountInString` and look the value up in a list of common passwords.',
    c: 'Check the length and look the value up in a sorted list of common passwords before hashing it.',
  },
  traps: [
    'Rules about digits and symbols give `Password1!`.',
    'Bcrypt ignores or refuses what lies beyond 72 bytes; bound the length or use Argon2id.',
    'A check in the browser is skipped.',
  ],
};
