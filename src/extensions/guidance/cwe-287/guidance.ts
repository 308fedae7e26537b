import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-287',
  title: 'Improper authentication',
  what: 'The program does not prove well enough that a caller is who they claim to be.',
  exploited: 'An attacker logs in with a missing, guessed, replayed or forged proof and acts as another user.',
  fixed: {
    general:
      "Use the framework's or identity provider's login. Verify passwords against slow salted hashes in constant time, verify tokens with signature, issuer, audience and expiry, limit attempts, and fail closed. Take the identity only from the verified session.",
    python:
      'Use Django\'s `authenticate` or Flask-Login with `argon2.PasswordHasher`; `jwt.decode(token, key, algorithms=["RS256"], audience=...)`.',
    javascript:
      'Use passport or an OpenID Connect client; `jwt.verify(token, key, { algorithms: ["RS256"], audience, issuer })`, never `jwt.decode` alone.',
    java: 'Use Spring Security with `oauth2ResourceServer` or a `PasswordEncoder`; do not write filters that trust headers.',
    go: 'Use `bcrypt.CompareHashAndPassword` and a vetted JWT or OpenID Connect library with the algorithm fixed.',
    c: "Use PAM or libsodium's `crypto_pwhash_str_verify`, and test the result for success explicitly.",
  },
  traps: [
    "Trusting a header, cookie or parameter with the user's name authenticates nobody.",
    'A check in the client is no check.',
  ],
};
