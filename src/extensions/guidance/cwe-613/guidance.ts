import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-613',
  title: 'Insufficient session expiration',
  what: 'Sessions or tokens stay valid too long, or after logout, password change or loss of rights.',
  exploited: 'An attacker who gets an old cookie or token goes on using the account.',
  fixed: {
    general:
      "End sessions on the server after idle and absolute time limits, at logout, and all of a user's at password change. Give access tokens minutes, and refresh tokens rotation and revocation.",
    python:
      'Set Django\'s `SESSION_COOKIE_AGE` and call `logout(request)` and `update_session_auth_hash`; put `exp` into JWTs, and let `jwt.decode` require it by `options={"require": ["exp"]}`.',
    javascript:
      'Set `maxAge` on cookie and store of express-session, call `req.session.destroy`, and pass `expiresIn` to `jwt.sign`.',
    java: 'Call `session.setMaxInactiveInterval(900)` and `session.invalidate()`.',
    go: 'Set `Lifetime` and `IdleTimeout` in scs and call `Destroy(ctx)`; use `jwt.WithExpirationRequired()`.',
  },
  traps: [
    'Deleting the cookie in the browser leaves the session valid on the server.',
    'A signed token without expiry or revocation cannot be withdrawn.',
  ],
};
