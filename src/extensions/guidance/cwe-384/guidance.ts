import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-384',
  title: 'Session fixation',
  what: 'The session id stays the same when a user logs in.',
  exploited: "An attacker plants a known id in the victim's browser and shares the session after the login.",
  fixed: {
    general:
      'Issue a new session id at login and at each change of rights, destroy the old session, accept ids only from cookies that the server set, and destroy the session at logout.',
    python:
      "Django's `login()` rotates the key; with Flask-Session call `app.session_interface.regenerate(session)` at login; Flask's signed client-side sessions have no id to fix, so call `session.clear()`.",
    javascript:
      'Call `req.session.regenerate(cb)` at login, store the user afterwards, and `req.session.destroy(cb)` at logout.',
    java: 'Call `request.changeSessionId()` at login, which Spring Security does by default.',
    go: 'Call `RenewToken(ctx)` of scs at login.',
  },
  traps: ['Adding an attribute to the existing session is no new session.', 'Ids in URLs leak and can be planted.'],
};
