import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-295',
  title: 'Improper certificate validation',
  what: "TLS is used without verifying the peer's certificate chain or host name.",
  exploited: 'An attacker between the two sides presents any certificate and reads and changes the traffic.',
  fixed: {
    general:
      "Keep the library's default verification of chain and host name. For a private authority, add its certificate to the trust store of this client instead of switching verification off. Demand TLS 1.2 or newer.",
    python:
      'Leave `verify=True` in requests or give `verify="/path/ca.pem"`; use `ssl.create_default_context(cafile=...)`, never `CERT_NONE`, `check_hostname = False` or `_create_unverified_context`.',
    c: 'With libcurl keep `CURLOPT_SSL_VERIFYPEER` 1 and `CURLOPT_SSL_VERIFYHOST` 2; with OpenSSL call `SSL_CTX_set_default_verify_paths`, `SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL)` and `SSL_set1_host(ssl, host)`.',
    javascript:
      'Remove `rejectUnauthorized: false` and `NODE_TLS_REJECT_UNAUTHORIZED=0`; pass `ca` for a private authority.',
    java: 'Remove own `X509TrustManager` and `HostnameVerifier` classes that accept everything; load the authority into a `KeyStore` and use `TrustManagerFactory`; for raw `SSLSocket` set the endpoint identification algorithm to "HTTPS".',
    go: 'Remove `InsecureSkipVerify: true` and set `RootCAs` in `tls.Config`.',
  },
  traps: [
    'Checking the chain without the host name accepts the certificate of any other site.',
    '`CURLOPT_SSL_VERIFYHOST` set to 1 was ignored or refused by older libcurl; the value is 2.',
    'Suppressing the warning changes nothing.',
  ],
};
