import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-276',
  title: 'Incorrect default permissions',
  what: 'Files, folders or shared objects are created so that others can read or write them.',
  exploited: 'An attacker with a local account reads secrets or replaces files that the program trusts.',
  fixed: {
    general:
      'Create with the least mode at once, 0600 for files and 0700 for folders, instead of tightening afterwards; set the umask at start to 077 in services.',
    c: 'Use `open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)` with `fdopen` instead of `fopen`, `mkdir(path, 0700)`, and no `umask(0)`.',
    cpp: 'Create files by `open` with mode 0600 and folders by `mkdir` with 0700, since streams and `create_directory` take no mode.',
    python:
      'Use `os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)` with `os.fdopen`, and `os.makedirs(path, mode=0o700)`.',
    javascript: 'Use `fs.writeFile(path, data, { mode: 0o600, flag: "wx" })` and `fs.mkdir(path, { mode: 0o700 })`.',
    java: 'Pass `PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))` to `Files.createFile`.',
    go: 'Use `os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)` instead of `os.Create`.',
  },
  traps: [
    '`chmod` after creation leaves a moment in which others can open the file.',
    'The mode is ignored when the file already exists.',
  ],
};
