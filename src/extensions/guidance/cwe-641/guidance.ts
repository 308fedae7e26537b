import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-641',
  title: 'Improper restriction of resource names',
  what: 'Names of files or other resources are made from outside data without restricting characters, length and reserved names.',
  exploited:
    'An attacker picks names with separators, dots, control characters or a dangerous ending, overwrites other resources or has a file executed.',
  fixed: {
    general:
      "Generate names on the server (a UUID) and keep the user's name only as data. Where names must be chosen, allow letters, digits, `_`, `-` and single inner dots, bound the length, take the ending from an allow-list, refuse reserved names, and create exclusively.",
    python:
      'Check `re.fullmatch(r"[A-Za-z0-9_-]{1,64}\\.(txt|pdf)", name)`, or use `uuid.uuid4().hex`; `werkzeug.utils.secure_filename` can return an empty name, so test it.',
    c: "Check each byte with `isalnum((unsigned char)c) || c == '_' || c == '-'`, bound the length, and open with `O_CREAT | O_EXCL | O_NOFOLLOW`.",
    javascript: 'Use `crypto.randomUUID()`, or test `/^[\\w-]{1,64}\\.(txt|pdf)$/` against the name.',
    java: 'Use `UUID.randomUUID()` or `name.matches("[A-Za-z0-9_-]{1,64}\\\\.(txt|pdf)")`, and `Files.createFile`.',
    go: 'Use `uuid.NewString()`, or an anchored `regexp` and `filepath.IsLocal`.',
  },
  traps: [
    '`$` in Python also matches before a final newline; use `fullmatch`.',
    'Windows ignores trailing dots and blanks and reserves `CON`, `NUL` and the like.',
  ],
};
