import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-377',
  title: 'Insecure temporary file',
  what: 'A temporary file has a predictable name or is created unsafely in a shared folder.',
  exploited:
    'An attacker creates a file or link of that name first and reads the content or has another file overwritten.',
  fixed: {
    general:
      'Let the library choose a random name and create the file exclusively with mode 0600 in one step; use the returned handle and remove the file afterwards.',
    c: 'Use `mkstemp(template)` on a writable array ending in `XXXXXX` and `fdopen`, or `tmpfile()`; never `tmpnam`, `tempnam` or `mktemp`.',
    cpp: 'Use `mkstemp` or a fresh folder of `mkdtemp`; never `std::tmpnam` or a fixed name below `temp_directory_path()`.',
    python:
      'Use `tempfile.NamedTemporaryFile()`, `TemporaryDirectory()` or `mkstemp()`; never `tempfile.mktemp` or a fixed `/tmp` name.',
    javascript: 'Use `await fs.mkdtemp(path.join(os.tmpdir(), "app-"))` and create files inside it.',
    java: 'Use `Files.createTempFile` or `createTempDirectory`, which restrict access, instead of `File.createTempFile`.',
    go: 'Use `os.CreateTemp("", "app-*")` or `os.MkdirTemp`.',
  },
  traps: [
    'A process id or time in the name is predictable.',
    'Checking that the file does not exist before opening is a race.',
  ],
};
