import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-426',
  title: 'Untrusted search path',
  what: 'Programs, libraries or modules are looked up in folders that others can write to or choose.',
  exploited:
    "An attacker places a file of the expected name earlier in the path and has it loaded or run with the program's rights.",
  fixed: {
    general:
      'Name programs and libraries by absolute path, set `PATH` and the like to constants in privileged code, keep the current and temporary folders out of search paths, and let only trusted accounts write to the folders on them.',
    c: 'Use `execve` with an absolute path and an own environment instead of `execlp` and `system`; pass an absolute path to `dlopen`; on Windows call `SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32)`.',
    python:
      'Pass an absolute program path and `env={"PATH": "/usr/bin:/bin"}` to `subprocess.run`, do not extend `sys.path` from outside, and run scripts with `python -I`.',
    javascript:
      'Pass an absolute path and `env: { PATH: "/usr/bin:/bin" }` to `execFile`, and never outside text to `require`.',
    java: 'Pass an absolute path to `ProcessBuilder` and use `System.load` with an absolute path.',
    go: 'Pass an absolute path to `exec.Command` and set `cmd.Env`; do not switch `exec.ErrDot` off.',
  },
  traps: [
    'Checking that the program exists does not tell which one a search finds.',
    'Quoting the path does not help when a folder on it is writable.',
  ],
};
