import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-1004',
  title: 'Cookie without HttpOnly',
  what: 'A session cookie can be read by scripts in the page.',
  exploited: 'An attacker with a cross-site scripting flaw reads `document.cookie` and takes the session over.',
  fixed: {
    general:
      'Set `HttpOnly` on every cookie that no script needs, with `Secure` and `SameSite`, and keep session tokens out of `localStorage`.',
    python:
      'Flask: `SESSION_COOKIE_HTTPONLY=True` (the default) and `set_cookie(..., httponly=True, secure=True, samesite="Lax")`; Django: leave `SESSION_COOKIE_HTTPONLY` at True.',
    javascript:
      'Use `res.cookie(name, value, { httpOnly: true, secure: true, sameSite: "lax" })`; set session cookies on the server, since `document.cookie` cannot set the attribute.',
    java: 'Call `cookie.setHttpOnly(true)`, or set `<http-only>true</http-only>` in `<cookie-config>`.',
    go: 'Set `HttpOnly: true` in `http.Cookie`.',
  },
  traps: ['It stops reading the cookie, not scripts that act within the page; fix the scripting flaw too.'],
};
