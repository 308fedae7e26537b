import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-367',
  title: 'Time-of-check time-of-use race',
  what: 'A property of a file or record is checked, and the object behind the name can change before it is used.',
  exploited:
    'An attacker swaps the file for a link between check and use and has another file read, written or executed.',
  fixed: {
    general:
      'Do not check by name first: perform the operation and handle its failure, or open once and check and use the open handle. Create exclusively, and do not work in folders that others can write to.',
    c: 'Replace `access` and `stat` before `open` by `open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)` and `fstat(fd)`; create with `O_CREAT | O_EXCL`; use `fchmod`, `fchown` and the `*at` calls.',
    cpp: 'Do not test `std::filesystem::exists` first; open with POSIX `open` flags, or `std::ios::noreplace` (C++23) for exclusive creation.',
    python:
      'Replace `os.path.exists` and `os.access` by `try: open(...)`, use mode `"x"` for creation, and `os.fstat(f.fileno())`.',
    javascript: 'Call `fs.open` with flag "wx" and handle `EEXIST` instead of `fs.existsSync`; use `handle.stat()`.',
    java: 'Use `Files.newByteChannel` with `CREATE_NEW` and `LinkOption.NOFOLLOW_LINKS`, and handle `FileAlreadyExistsException`.',
    go: 'Use `os.OpenFile` with `os.O_CREATE|os.O_EXCL`, `f.Stat()`, and `os.Root`.',
  },
  traps: [
    'Checking twice only narrows the window.',
    'Locks are advisory on Unix and do not bind the attacker.',
    '`access()` checks the real user id and is made for the race, not against it.',
  ],
};
