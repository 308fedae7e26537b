import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-477',
  title: 'Use of obsolete function',
  what: 'The program calls a function that was deprecated or replaced, often because it cannot be used safely.',
  exploited: 'An attacker uses the known weakness of the function, such as a missing bound or weak algorithm.',
  fixed: {
    general:
      'Call the replacement that the documentation names and adapt to its arguments and errors; let the compiler or linter report deprecations as errors.',
    c: 'Replace `gets` by `fgets`, `strtok` by `strtok_r`, `gethostbyname` by `getaddrinfo`, `asctime` and `ctime` by `strftime`, `bcopy` by `memmove`, `getpw` by `getpwuid_r`, `usleep` by `nanosleep`, `mktemp` by `mkstemp`.',
    cpp: 'Replace `std::auto_ptr` by `std::unique_ptr`, `std::random_shuffle` by `std::shuffle`, and exception lists by `noexcept`.',
    python:
      'Replace `ssl.wrap_socket` by `SSLContext.wrap_socket`, `os.popen` by `subprocess.run`, `tempfile.mktemp` by `mkstemp`, and `crypt` by argon2-cffi or bcrypt.',
    javascript:
      'Replace `new Buffer` by `Buffer.from` or `Buffer.alloc`, `crypto.createCipher` by `createCipheriv`, `url.parse` by `new URL`, `escape` by `encodeURIComponent`.',
    java: 'Replace `Thread.stop`, finalizers, `new Date(String)` and `SecurityManager` by their documented successors.',
    go: 'Replace `ioutil` by `io` and `os`, and what `staticcheck` reports as SA1019.',
  },
  traps: [
    'Defining a macro of the old name or silencing the warning keeps the weakness.',
    '`strncpy` and `strtok_s` differ from what they replace; check termination and arguments.',
  ],
};
