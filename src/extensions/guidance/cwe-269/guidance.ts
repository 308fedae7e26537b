import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-269',
  title: 'Improper privilege management',
  what: 'Rights are granted, changed, checked or taken back wrongly.',
  exploited:
    'An attacker gives themselves a role, keeps rights after their end, or gets code to run with those of a stronger account.',
  fixed: {
    general:
      "Decide on rights only on the server from stored roles. Let only an authorised caller change them, never through a field of the user's own form. Grant the least, for the shortest time, and take rights back on every path, errors included. Test the result of each call that changes them.",
    c: 'Drop with `setgroups`, `setgid` and `setresuid`, test each, and verify with `getresuid`.',
    python:
      'Bind forms to an explicit list of fields without `role` or `is_admin`; check `user.has_perm(...)` in the view that grants rights.',
    javascript:
      "Pick allowed fields from `req.body` by schema, never `Object.assign(user, req.body)`, and check the caller's role from the session's user record.",
    java: 'Use `@PreAuthorize("hasRole(\'ADMIN\')")` on methods that grant rights, and DTOs without role fields.',
    go: "Decode into a struct without role fields and check the caller's role in the handler that grants rights.",
  },
  traps: [
    'Reading the role from a cookie, header or unsigned token lets the user choose it.',
    'Raising privileges without lowering them in `finally` leaves them raised.',
  ],
};
