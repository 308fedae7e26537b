import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-80',
  title: 'Basic cross-site scripting',
  what: 'The characters `<`, `>` and `&` from outside reach a page unescaped, so that the browser reads them as tags.',
  exploited:
    "An attacker puts a script or event-handler tag into a parameter, name or comment and it runs in the victim's session.",
  fixed: {
    general:
      'Escape `&`, `<`, `>`, `"` and `\'` at output for every value placed in HTML text or quoted attributes, best by an autoescaping template engine; return plain data as JSON or `text/plain` with `X-Content-Type-Options: nosniff`.',
    python:
      'Return `render_template(...)` instead of an f-string of HTML, or pass each value through `markupsafe.escape` or `html.escape(value, quote=True)`.',
    javascript: 'Send data with `res.json`, render it with an escaping template, and use `textContent` in the browser.',
    java: 'Use `Encode.forHtml(value)` of OWASP Java Encoder, `<c:out>` or Thymeleaf `th:text`.',
    go: 'Execute a `html/template` template instead of `fmt.Fprintf(w, ...)` with HTML.',
  },
  traps: [
    'Stripping tags with a regular expression fails on broken or nested tags.',
    '`html.escape(value, quote=False)` leaves attribute values open.',
  ],
};
