import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-942',
  title: 'Permissive cross-origin policy',
  what: 'The server lets foreign sites read its replies, by reflecting any origin or by a wildcard.',
  exploited: "An attacker's page calls the API with the victim's cookies and reads the reply.",
  fixed: {
    general:
      'Allow only exact origins from a list, compared as whole strings, send `Vary: Origin`, and allow credentials only for those. Send no headers to others; do not allow `null`.',
    python:
      'Flask-CORS: `CORS(app, origins=["https://app.example"], supports_credentials=True)`; Starlette: `allow_origins=[...]` without `"*"`; Django: `CORS_ALLOWED_ORIGINS`.',
    javascript:
      'Use `cors({ origin: ["https://app.example"], credentials: true })`; `origin: true` reflects any origin.',
    java: 'Use `setAllowedOrigins(List.of("https://app.example"))` instead of `"*"` or wide `setAllowedOriginPatterns`.',
    go: 'Set `AllowedOrigins: []string{"https://app.example"}` in rs/cors instead of `"*"`.',
  },
  traps: [
    'Testing the origin by substring, suffix without dot or unanchored pattern lets look-alikes pass.',
    'The policy stops reading, not sending; forged requests need their own guard.',
  ],
};
