import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-284',
  title: 'Improper access control',
  what: 'A resource is not, or not rightly, restricted to those who are entitled to it.',
  exploited:
    'An attacker calls functions, reads records or opens files of others, since nothing or the wrong thing is checked.',
  fixed: {
    general:
      'Deny by default. On the server, for each request, authenticate the caller, then check the right to the function and to the very record, in one shared place and before any effect. Restrict file modes, network listeners and storage the same way.',
    python:
      'Use `@login_required` and `@permission_required` plus queries limited to `request.user`; in FastAPI a dependency on each router.',
    c: "Check the peer's rights (`getsockopt` with `SO_PEERCRED` on Unix sockets) before each command, and open files with mode 0600.",
    javascript: 'Put an authorisation middleware before all routes, and limit queries to `req.user.id`.',
    java: 'Use Spring Security with `anyRequest().authenticated()`, `@EnableMethodSecurity` and `@PreAuthorize`.',
    go: 'Wrap the mux in a middleware that authenticates and authorises, and limit queries to the caller.',
  },
  traps: [
    'Hiding a button or an address is no control.',
    'Checking on the page but not on the API behind it leaves the API open.',
  ],
};
