import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-88',
  title: 'Argument injection',
  what: 'A value from outside becomes an argument of a program that takes it for an option.',
  exploited:
    'An attacker passes a value that begins with `-`, such as `--upload-pack=cmd` or `-oProxyCommand=cmd`, and changes what the program does, up to running code.',
  fixed: {
    general:
      'Pass arguments as an array, end the options with `--` before outside values, and reject values that begin with `-` or do not match an allow-list; give file names an explicit `./` or an absolute path. Use option forms that bind the value (`--name=value`).',
    python:
      'Use `subprocess.run(["git", "clone", "--", url, target])` and check the value with `re.fullmatch(r"[A-Za-z0-9][\\w.-]*", value)`.',
    c: 'Put `"--"` into `argv` before the value for `execv`, and refuse a value whose first character is `-`.',
    javascript:
      'Use `execFile("git", ["clone", "--", url])` and check the value against an anchored pattern that forbids a leading `-`.',
    java: 'Build `new ProcessBuilder("git", "clone", "--", url)` and check the value with `matches()`; `Runtime.exec(String)` splits the text at blanks.',
    go: 'Use `exec.Command("git", "clone", "--", url)` and reject values with `strings.HasPrefix(value, "-")`.',
  },
  traps: [
    'Running without a shell does not help, since the program itself reads the option.',
    'Shell quoting changes nothing about a leading dash.',
    'Not every program honours `--`; check the one you start.',
  ],
};
