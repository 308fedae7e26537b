import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-732',
  title: 'Incorrect permissions on a critical resource',
  what: 'A file, folder, key, socket or bucket can be read or changed by more accounts than needed.',
  exploited: 'An attacker with another account reads secrets or replaces configuration or code.',
  fixed: {
    general:
      'Give the owner only what is needed: 0600 for secrets, 0640 or 0644 for data, 0700 or 0755 for folders and programs, never write for others. Set it at creation, and check owner and mode before trusting an existing file.',
    c: 'Use `open(path, O_WRONLY | O_CREAT | O_EXCL, 0600)`, `fchmod(fd, 0600)` instead of `chmod(path, 0777)`, and no `umask(0)`.',
    cpp: 'Create the file by `open` with mode 0600, since streams take no mode; tighten existing ones by `std::filesystem::permissions` with `owner_read | owner_write`.',
    python:
      'Use `os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)` and `os.chmod(path, 0o600)` instead of `0o777`.',
    javascript: 'Pass `{ mode: 0o600 }` to `fs.writeFile` and `fs.open`, and replace `chmod(path, 0o777)`.',
    java: 'Use `PosixFilePermissions.fromString("rw-------")` at creation; `setReadable(true, false)` opens the file to all.',
    go: 'Use `os.WriteFile(path, data, 0o600)` and `os.MkdirAll(dir, 0o700)`.',
  },
  traps: [
    'Opening a file to all to cure "permission denied" hides an owner that is wrong.',
    'Execute-only or unlisted folders do not protect files whose name is known.',
  ],
};
