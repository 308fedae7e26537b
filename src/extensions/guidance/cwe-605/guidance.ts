import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-605',
  title: 'Multiple binds to the same port',
  what: 'A listening socket is bound so that another process can bind the same port, or to all interfaces where one is meant.',
  exploited:
    'An attacker with a local account binds the same port on a more specific address and takes connections, or reaches an internal service from outside.',
  fixed: {
    general:
      'Bind to the exact address needed, loopback for local services, from configuration. Use exclusive binding where the system has it, do not set `SO_REUSEPORT` except for own workers, and test the result of bind.',
    c: 'Set `addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK)` instead of `INADDR_ANY`, test `bind(...) == 0`, and on Windows set `SO_EXCLUSIVEADDRUSE` instead of `SO_REUSEADDR`.',
    python:
      'Use `sock.bind(("127.0.0.1", port))` instead of `""` or `"0.0.0.0"`, leave `SO_REUSEPORT` off, and set `SO_EXCLUSIVEADDRUSE` on Windows.',
    javascript: 'Call `server.listen({ port, host: "127.0.0.1", exclusive: true })`.',
    java: 'Use `new ServerSocket(port, 50, InetAddress.getLoopbackAddress())` and leave `setReuseAddress` off on Windows.',
    go: 'Use `net.Listen("tcp", "127.0.0.1:8080")` instead of ":8080".',
  },
  traps: [
    '`SO_REUSEADDR` is harmless for TCP servers on Linux but lets others take the port on Windows.',
    'A firewall rule does not guard against local processes.',
  ],
};
