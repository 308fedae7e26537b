import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-601',
  title: 'Open redirect',
  what: 'The target of a redirect comes from the request and may lie on another site.',
  exploited:
    'An attacker sends a link to the trusted site that forwards to a phishing page, or steals tokens of a login flow.',
  fixed: {
    general:
      'Redirect to a target chosen from a fixed map, or accept only local paths: parse the URL, require no scheme and no host, and a path that begins with one `/` and not with `//` or `/\\`. Compare full origins with an allow-list for external targets; fall back to the home page.',
    python:
      'In Django use `url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}, require_https=request.is_secure())`; in Flask prefer `url_for` of a checked endpoint name, and reject backslashes before `urlsplit`.',
    javascript:
      'Use `const u = new URL(target, origin)`, require `u.origin === origin`, and redirect to `u.href`, since a path taken alone may begin with `//`.',
    java: 'Parse with `new URI(target)`, require `!uri.isAbsolute()`, `getRawAuthority() == null` and a path with a single leading `/`, then `sendRedirect` that path.',
    go: 'Parse with `url.Parse`, require empty `Scheme` and `Host`, and a path with one leading `/` and no backslash.',
  },
  traps: [
    '`startswith("/")` accepts `//evil.example`.',
    'Looking for the own domain as a substring accepts `own.example.evil.example`.',
    'Browsers read `\\` as `/`, so `/\\evil.example` leaves the site.',
  ],
};
