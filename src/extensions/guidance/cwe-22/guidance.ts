import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-22',
  title: 'Path traversal',
  what: 'A file name from outside is joined to a directory and may point out of it through `..`, an absolute path or a link.',
  exploited:
    'An attacker asks for `../../etc/passwd` or an absolute path and reads, overwrites or deletes files outside the intended folder.',
  fixed: {
    general:
      'Prefer an identifier that the server maps to a file. Else resolve the joined path to its canonical form, links included, and require it to lie inside the canonical base directory, compared component by component, before opening it. Treat names inside archives the same way.',
    python:
      'Use `target = (base / name).resolve()` with a resolved `base`, and refuse unless `target.is_relative_to(base)`. In Flask use `send_from_directory` or `werkzeug.utils.safe_join`; extract tar files with `filter="data"`.',
    c: 'Accept only a plain file name (no `/`, not `.` or `..`) and open it with `openat(dirfd, name, O_NOFOLLOW)`; for deeper paths compare `realpath` with the base plus a trailing `/`, or use `openat2` with `RESOLVE_BENEATH`.',
    cpp: 'Canonicalise `base` and `base / name` with `std::filesystem::weakly_canonical` and require `lexically_relative(base)` to be non-empty and not to start with `..`.',
    javascript:
      'Use `const target = path.resolve(base, name)` and refuse unless `target.startsWith(base + path.sep)` with `base` resolved; run `fs.realpath` first where links can exist. `res.sendFile(name, { root: base })` checks this itself.',
    java: 'Use `Path target = base.resolve(name).normalize()` and `target.startsWith(base)` on `Path` objects with `base` absolute and normalised; add `toRealPath()` where links can exist.',
    go: 'Open through `os.OpenRoot(base)` (Go 1.24), which refuses to leave the folder; before that, require `filepath.IsLocal(name)` and join.',
  },
  traps: [
    'Deleting `../` from the name leaves `....//` as `../`.',
    'A string prefix test without a trailing separator lets `/srv/data-old` pass for `/srv/data`.',
    '`os.path.join` drops the base when the name is absolute.',
  ],
};
