import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-113',
  title: 'HTTP response splitting',
  what: 'Carriage return or line feed from outside reaches an HTTP header.',
  exploited:
    'An attacker ends the header early and adds headers or a second response, so setting cookies, poisoning caches or running script.',
  fixed: {
    general:
      "Set headers only through the framework's API and reject any value that holds CR, LF or NUL. Percent-encode values in `Location`, quote file names by RFC 6266, and build cookies with the cookie API from validated values.",
    python:
      'Use `response.headers[...]` and `set_cookie` of a current Flask or Django, which refuse newlines, and `urllib.parse.quote` for values in URLs; do not write raw header bytes in `http.server` or WSGI.',
    c: 'Refuse values with `strpbrk(value, "\\r\\n") != NULL` before they are printed into a header.',
    javascript:
      'Use `res.setHeader` and `res.redirect`, which throw on invalid characters, and `encodeURIComponent` for parts of a URL; use `res.attachment(name)` for file names.',
    java: "Use a current servlet container and refuse values in which `indexOf('\\r')` or `indexOf('\\n')` is not -1; encode with `URLEncoder.encode`.",
    go: 'Use `w.Header().Set` and `http.SetCookie`, which sanitize newlines; do not write headers to a hijacked connection.',
  },
  traps: [
    'Removing only `\\n` leaves `\\r`, which some intermediaries accept as a line end.',
    'A check before URL decoding misses `%0d%0a`.',
  ],
};
