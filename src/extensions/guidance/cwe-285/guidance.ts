import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-285',
  title: 'Improper authorization',
  what: 'The program knows who calls but does not check rightly whether the caller may do this.',
  exploited: 'An attacker with an ordinary account performs functions of others or of administrators.',
  fixed: {
    general:
      'Check the permission for action and object in each request, on the server, through one policy function, with roles and owners from storage; deny when nothing allows it, and on errors.',
    python:
      "Use `@permission_required(..., raise_exception=True)` or DRF's `has_object_permission`, and filter by `request.user`.",
    c: "Check the caller's role in the dispatcher before each command's handler, with refusal as the default case.",
    javascript:
      'Check `policy.can(req.user, "edit", document)` after loading the object and before acting; answer 403 or 404.',
    java: "Use `@PreAuthorize` with the object's id in the expression, and `@EnableMethodSecurity`.",
    go: 'Call a policy function with the user from the context and the loaded object at the top of each handler.',
  },
  traps: [
    'Being logged in is not being allowed.',
    "Roles from the request or a client-side store are the user's own words.",
  ],
};
