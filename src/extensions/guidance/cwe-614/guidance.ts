import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-614',
  title: 'Cookie without Secure',
  what: 'A session cookie lacks the `Secure` attribute and is also sent over plain HTTP.',
  exploited: 'An attacker on the network makes the browser request any `http:` URL of the site and reads the cookie.',
  fixed: {
    general:
      'Set `Secure`, `HttpOnly` and `SameSite` on every session cookie, best with the `__Host-` prefix and `Path=/`, and serve the site over HTTPS only with HSTS.',
    python:
      'Flask: `SESSION_COOKIE_SECURE=True` and `set_cookie(..., secure=True, httponly=True, samesite="Lax")`; Django: `SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True`.',
    javascript:
      'Use `res.cookie(name, value, { secure: true, httpOnly: true, sameSite: "lax" })`, and the same in express-session\'s `cookie`, with `trust proxy` behind a proxy.',
    java: 'Call `cookie.setSecure(true)` and `setHttpOnly(true)`, or configure `<cookie-config>`.',
    go: 'Set `Secure`, `HttpOnly` and `SameSite: http.SameSiteLaxMode` in `http.Cookie`.',
  },
  traps: [
    'A redirect to HTTPS comes after the cookie was already sent.',
    '`secure: "auto"` is off when the proxy\'s header is not trusted.',
  ],
};
