import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-352',
  title: 'Cross-site request forgery',
  what: 'A state-changing request is accepted on the strength of cookies alone, which the browser also sends from other sites.',
  exploited:
    "An attacker's page submits a hidden form or image request and the victim's browser performs the transfer, password change or deletion.",
  fixed: {
    general:
      "Require an unpredictable token bound to the session in every state-changing request, through the framework's middleware; set `SameSite=Lax` or `Strict` on session cookies, check `Origin` or `Sec-Fetch-Site`, and change state only with POST, PUT, PATCH or DELETE.",
    python:
      'Enable `CSRFProtect(app)` of Flask-WTF and put `{{ csrf_token() }}` into forms; in Django keep `CsrfViewMiddleware` and `{% csrf_token %}` and drop `@csrf_exempt`.',
    javascript:
      'Use the csrf-csrf or csrf-sync middleware (csurf is deprecated), or accept only a custom header plus a checked `Origin`.',
    java: "Keep Spring Security's CSRF protection on, with `CookieCsrfTokenRepository` for single-page clients.",
    go: 'Use `http.NewCrossOriginProtection().Handler(mux)` (Go 1.25) or the gorilla/csrf middleware.',
  },
  traps: [
    'A token in a cookie alone proves nothing, because the browser sends that too.',
    'Checking that the body is JSON fails where the server ignores the content type.',
    'Cross-site scripting on the site defeats every token.',
  ],
};
