import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-77',
  title: 'Command injection',
  what: 'Data from outside becomes part of a command that another interpreter (a shell, a mail program, a database console) parses.',
  exploited:
    "An attacker adds a separator or keyword of the command language and has a second command run with the program's rights.",
  fixed: {
    general:
      'Call a library function instead of a command. Where a command is needed, pass a fixed program with its arguments as separate array elements so that nothing re-parses them, choose subcommands from an allow-list, and put `--` before positional values.',
    python:
      'Use `subprocess.run(["prog", "--", value], check=True)` without `shell=True`, or a library such as `shutil`, `pathlib` or `smtplib`.',
    c: 'Replace `system` and `popen` with `posix_spawn` or `fork` and `execv` on an argument array and an absolute program path.',
    javascript: 'Use `execFile` or `spawn` from `node:child_process` with an argument array and without `shell: true`.',
    java: 'Use `new ProcessBuilder(List.of(program, "--", value))`, never `sh -c` with built text.',
    go: 'Use `exec.CommandContext(ctx, program, "--", value)`, never `exec.Command("sh", "-c", text)`.',
  },
  traps: [
    'Removing `;` and `|` leaves newlines, `$( )`, backticks and `&`.',
    'Quoting by hand breaks as soon as the value holds the same quote.',
  ],
};
