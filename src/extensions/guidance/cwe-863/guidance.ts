import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-863',
  title: 'Incorrect authorization',
  what: 'Rights are checked, but the check is wrong: other object, wrong role, other method, stale or client-supplied data.',
  exploited: 'An attacker finds the request for which the check wrongly says yes.',
  fixed: {
    general:
      'Check the very object and action that will be used, after canonicalising names, for every method and path to it, with roles and owner from storage at the time of use. Let one policy function decide, deny on error, and test each role against each action.',
    python:
      'Check `obj.owner_id == request.user.id` on the object loaded from the database, or call `self.check_object_permissions(request, obj)` in DRF views that load it themselves.',
    javascript:
      'Compare ids of one type (`String(doc.owner) === req.user.id`), combine conditions with `&&` on purpose, and `return` after sending 403.',
    java: 'Use `requestMatchers` from the most to the least specific, and method security beneath it.',
    go: 'Write `return` after `http.Error(w, ..., 403)`, since the handler goes on otherwise.',
    c: 'Test for the one allowed value (`role == ROLE_ADMIN`), not for unlike others, and refuse by default.',
  },
  traps: [
    'Checking only GET and POST forgets other methods.',
    "A role in an unsigned cookie or header is the user's choice.",
    'Checking a path before decoding and normalising it checks another path.',
  ],
};
