import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-862',
  title: 'Missing authorization',
  what: 'A function or record is reachable by any caller, since no check of rights takes place.',
  exploited: 'An attacker calls the function or names the record and it is served.',
  fixed: {
    general:
      'Check on the server, in each handler or in a layer that every handler passes, whether this caller may do this to this record; deny by default, before any effect, for reads, changes and background jobs.',
    python:
      'Add `@login_required` with `@permission_required(..., raise_exception=True)` or `PermissionRequiredMixin`, DRF `permission_classes`, or a FastAPI dependency, and filter by the owner.',
    javascript:
      'Add `requireAuth` and `requireRole("admin")` to the route, and put `user_id = req.user.id` into the query.',
    java: 'Add `@PreAuthorize` with `@EnableMethodSecurity`, and `anyRequest().denyAll()` as the last rule.',
    go: 'Wrap the handler in an authorising middleware and check the owner after loading.',
    c: "Check the session's user and role before the handler's first statement, and return an error without effect.",
  },
  traps: [
    'A login check lets every user do everything.',
    'Hiding the link or checking in the browser leaves the endpoint open.',
    'Guessing-proof ids do not authorise.',
  ],
};
