import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-306',
  title: 'Missing authentication',
  what: 'A function that changes state or shows private data can be called without logging in.',
  exploited: 'An attacker calls the endpoint, socket or administration command directly.',
  fixed: {
    general:
      'Demand authentication by default for all routes in one place, and exempt only listed public ones. Protect administration, debug, metrics and internal interfaces too, on the server, before any work is done.',
    python:
      'Flask: `@login_required` on the view or a `before_request` hook; FastAPI: `dependencies=[Depends(current_user)]` on the router; Django: `LoginRequiredMiddleware` or `@login_required`; DRF: `IsAuthenticated` as default permission.',
    javascript:
      'Register `app.use(requireAuth)` before the routes, with an explicit list of public paths, and check the handshake of WebSockets.',
    java: 'Spring Security: `authorizeHttpRequests(a -> a.requestMatchers("/login").permitAll().anyRequest().authenticated())`.',
    go: 'Wrap the whole mux in an authentication middleware and mount public handlers apart.',
    c: "Keep the login state in the connection's struct and refuse every command but login until it is set.",
  },
  traps: [
    'An unlisted URL is no protection.',
    'Trusting the network or a client-set header such as `X-Forwarded-For` authenticates nobody.',
  ],
};
