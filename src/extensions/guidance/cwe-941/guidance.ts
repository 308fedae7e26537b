import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-941',
  title: 'Incorrectly specified destination',
  what: 'A message, request or redirect goes to a destination that is not checked to be the intended one.',
  exploited:
    'An attacker names or forges the destination (host header, reply-to, origin, address) and receives secrets such as reset links.',
  fixed: {
    general:
      'Take destinations from configuration or stored, verified records, not from the message. Compare a chosen one with an allow-list, send secrets only over verified TLS, and name the exact origin.',
    python:
      "Build links from a configured base address and set Django's `ALLOWED_HOSTS`; send mail to the address stored for the account, not the one in the form.",
    javascript:
      'Call `postMessage(data, "https://app.example")` instead of `"*"`, check `event.origin` on receipt, and build links from configuration, not `req.headers.host`.',
    java: 'Build links from configuration instead of `request.getServerName()`, and send to the stored address.',
    go: 'Build links from configuration instead of `r.Host`, and verify the host by TLS.',
    c: "Connect to the configured address, verify the certificate's host name, and reply only to the connected peer (`connect` on UDP sockets).",
  },
  traps: [
    '`X-Forwarded-Host` is set by anybody unless a trusted proxy overwrites it.',
    'Checking that the address is well-formed does not check that it is the right one.',
  ],
};
