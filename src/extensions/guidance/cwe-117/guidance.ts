import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-117',
  title: 'Log injection',
  what: 'Data from outside is logged with its line breaks and control characters.',
  exploited:
    'An attacker sends newlines to forge log entries, hides traces with terminal escapes, or feeds markup to the log viewer.',
  fixed: {
    general:
      'Log structured records (JSON) with the value as a field, so that the serializer escapes it. In plain text replace CR, LF and other control characters, bound the length, and pass values as arguments, never as the format.',
    python:
      'Call `logger.info("login by %r", name)`, since `%r` escapes line breaks, or use a JSON formatter; strip with `re.sub(r"[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]", " ", name)`.',
    c: 'Copy the value with each byte for which `iscntrl((unsigned char)c)` holds replaced, then call `syslog(LOG_INFO, "%s", value)`.',
    javascript:
      "Log objects with pino or winston's JSON format, or log `JSON.stringify(value)` instead of the raw text.",
    java: "Use a JSON layout, or `%encode{%m}{CRLF}` in Log4j 2's pattern; pass values as `{}` arguments.",
    go: 'Use `log/slog` with attributes, or `%q` instead of `%s`.',
  },
  traps: [
    'Removing `\\n` alone leaves `\\r`, escape sequences and Unicode line separators.',
    'Keeping secrets out of the log is another matter; sanitizing does not redact.',
  ],
};
