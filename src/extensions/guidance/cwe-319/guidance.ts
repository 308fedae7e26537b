import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-319',
  title: 'Cleartext transmission',
  what: 'Sensitive data travels over a channel without encryption.',
  exploited: 'An attacker on the path reads credentials, cookies and data, or changes them.',
  fixed: {
    general:
      'Use TLS 1.2 or newer with certificate verification for everything: HTTPS, SMTP with required STARTTLS or port 465, SFTP instead of FTP, SSH instead of Telnet, TLS to databases. Redirect HTTP, send HSTS and mark cookies `Secure`.',
    python:
      'Use `https://` URLs, `smtplib.SMTP_SSL` or `starttls(context=ssl.create_default_context())`, paramiko\'s SFTP instead of `ftplib.FTP`, and `sslmode="verify-full"` in psycopg.',
    c: 'Use libcurl with `CURLOPT_PROTOCOLS_STR` "https", or OpenSSL with `TLS_client_method`, `SSL_VERIFY_PEER` and `SSL_set1_host` over the socket.',
    javascript: 'Use `https` and `wss`, the helmet middleware for HSTS, and `cookie: { secure: true }`.',
    java: 'Use `HttpClient` with `https` URIs, `SSLSocketFactory`, and `sslMode=VERIFY_IDENTITY` in MySQL or `sslmode=verify-full` in PostgreSQL URLs.',
    go: 'Use `http.ListenAndServeTLS` and `tls.Dial`; never `InsecureSkipVerify`.',
  },
  traps: [
    'TLS without verification only stops passive listeners.',
    'Encrypting the password alone leaves the session cookie open.',
    'Opportunistic STARTTLS can be stripped.',
  ],
};
