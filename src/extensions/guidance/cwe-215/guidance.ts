import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-215',
  title: 'Sensitive information in debugging code',
  what: 'Debug output or a debug mode reveals internals in production.',
  exploited:
    'An attacker reads debug pages, consoles or logs and gets settings, keys and code, with some frameworks a shell.',
  fixed: {
    general:
      'Switch debug off by default, enable it only by configuration that production does not have, and remove prints of secrets, headers and queries.',
    python:
      "Replace `app.run(debug=True)` by a production server such as gunicorn; set Django's `DEBUG = False` and `ALLOWED_HOSTS`.",
    c: 'Compile debug prints out with a macro that is off unless defined, and never print keys or passwords.',
    javascript:
      'Remove `console.log` of requests and secrets, run with `NODE_ENV=production`, and do not ship source maps or `--inspect`.',
    java: "Log at debug level without secrets and disable the debug and trace settings and Actuator's `env` and `heapdump`.",
    go: 'Serve `net/http/pprof` and `expvar` on a loopback listener only.',
  },
  traps: ['An environment variable that defaults to debug leaves it on wherever it is not set.'],
};
