import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-425',
  title: 'Forced browsing',
  what: 'Pages or files are protected only by not being linked, or a step is checked only on the page before.',
  exploited: "An attacker requests the address directly, such as an administration page or another user's export.",
  fixed: {
    general:
      'Check login and permission on every request for every route and file, on the server, denied by default. Keep private files outside the static folder and deliver them through a handler that checks.',
    python:
      'Put `@login_required` and a permission check on every view or a `before_request` with a list of public endpoints; send files with `send_from_directory` after the check.',
    javascript:
      'Put `app.use(requireAuth)` before private routes and before `express.static` of private folders, and disable directory listings.',
    java: 'Use `anyRequest().authenticated()` or `denyAll()` in Spring Security, and place JSP files under `WEB-INF`.',
    go: 'Wrap the private sub-mux in the middleware; `http.FileServer` lists folders, so serve a file system without that.',
  },
  traps: [
    'Random-looking addresses leak by logs and referrers.',
    'Checking the `Referer` header trusts the client.',
    '`robots.txt` lists the hidden places.',
  ],
};
