import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-252',
  title: 'Unchecked return value',
  what: 'The result of a call that can fail is ignored, and the program goes on as if it had succeeded.',
  exploited:
    'An attacker provokes the failure (no memory, full disk, denied permission) and the program works on stale data, keeps its privileges or crashes.',
  fixed: {
    general:
      'Check every result that tells of failure, stop or clean up on that path, and do not use outputs of a failed call. Treat short reads and writes as the normal case.',
    c: 'Test `malloc` for `NULL`, `fopen` and `fgets` for `NULL`, `scanf` for the number of fields, `read` and `write` in a loop, and `setuid`, `setgid` and `chdir` for non-zero, ending the program on failure.',
    cpp: 'Mark functions `[[nodiscard]]`, test streams after the read (`if (in >> x)`), and use exceptions or `std::expected`.',
    python:
      'Pass `check=True` to `subprocess.run`, call `response.raise_for_status()`, and test `re.match` for `None`.',
    java: 'Test the results of `File.delete`, `mkdirs` and `InputStream.read`, or use `java.nio.file.Files`, which throws.',
    go: 'Test `err` of every call, `Close` of written files included; never assign it to `_`.',
    javascript: 'Await every promise, and test `response.ok` after `fetch`.',
  },
  traps: [
    '`assert` around the call vanishes with `NDEBUG` or `python -O`.',
    'Casting to `void` silences the compiler only.',
  ],
};
