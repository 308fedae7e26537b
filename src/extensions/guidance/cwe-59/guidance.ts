import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-59',
  title: 'Link following',
  what: 'The program opens a path whose last part or folders can be replaced by a link to something else.',
  exploited:
    'An attacker with a local account puts a symbolic or hard link in place and has a file elsewhere read, overwritten or given away.',
  fixed: {
    general:
      'Work in folders that only the program can write to, refuse links when opening, create files exclusively, and check and change through the open handle instead of by name. Treat links inside archives as hostile.',
    c: 'Use `openat(dirfd, name, O_NOFOLLOW | O_CLOEXEC)` for each component or `openat2` with `RESOLVE_NO_SYMLINKS`, then `fstat`; create with `O_CREAT | O_EXCL`; use `fchown` and `fchmod`.',
    python:
      'Use `os.open(path, os.O_RDONLY | os.O_NOFOLLOW)` and `os.fstat`, mode `"x"` for new files, and `tarfile.extractall(path, filter="data")`.',
    javascript:
      'Use `fs.open(path, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW)`, `handle.stat()`, and flag "wx" for new files.',
    java: 'Pass `LinkOption.NOFOLLOW_LINKS` to `Files.newByteChannel` and create with `StandardOpenOption.CREATE_NEW`.',
    go: 'Use `os.OpenRoot(dir)` and its methods, and `os.O_CREATE|os.O_EXCL` for new files.',
  },
  traps: [
    '`lstat` before `open` is a race.',
    '`O_NOFOLLOW` guards the last component only, not the folders before it.',
    'Canonicalising first and opening by name later is the same race.',
  ],
};
