import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-250',
  title: 'Execution with unnecessary privileges',
  what: 'The program does its work with more rights than the work needs, such as root.',
  exploited: 'An attacker who takes over any part of it owns the machine.',
  fixed: {
    general:
      'Run as a dedicated user. If a start-up step needs rights, do it first, then drop them for good before touching any input, verify the drop, and keep only single capabilities. Do not change rights of files or accounts more widely than needed.',
    c: 'Call `setgroups(0, NULL)`, then `setgid(gid)`, then `setuid(uid)`, test each result, and verify that `setuid(0)` now fails; use `prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)`.',
    python:
      'Use `os.setgroups([])`, `os.setgid`, `os.setuid` in this order, or `subprocess.run(..., user=..., group=..., extra_groups=[])`; do not require root for the whole script.',
    javascript:
      'Start as an ordinary user behind a proxy or with `CAP_NET_BIND_SERVICE`; else call `process.setgroups([])`, `setgid`, `setuid` after binding.',
    java: "Run the service under its own account with systemd's `DynamicUser` or a container's non-root user.",
    go: 'Run under its own account and pass a bound socket by systemd, or drop with `syscall.Setgroups`, `Setgid` and `Setuid`.',
  },
  traps: [
    "`seteuid` can be undone by an attacker's code; drop the real and saved ids too.",
    "Dropping the user before the group leaves the group's rights.",
    'Ignoring the result of `setuid` may keep root.',
  ],
};
