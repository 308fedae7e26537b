import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-379',
  title: 'Temporary file in an insecure folder',
  what: 'A temporary file is made in a folder where others can list, rename or replace files.',
  exploited: 'An attacker with a local account sees or swaps the file while the program works with it.',
  fixed: {
    general:
      'Make a private folder with mode 0700 and a random name by one library call, create files inside it with mode 0600, work through handles, and remove the folder at the end.',
    c: 'Use `mkdtemp(template)`, open inside it with `openat` and `O_CREAT | O_EXCL | O_NOFOLLOW` and mode 0600; or use `memfd_create` or `O_TMPFILE`.',
    python: 'Use `with tempfile.TemporaryDirectory() as d:` and create files inside `d`.',
    javascript:
      'Use `fs.mkdtemp(path.join(os.tmpdir(), "app-"))`, which makes mode 0700, and remove it with `fs.rm(dir, { recursive: true })`.',
    java: 'Use `Files.createTempDirectory("app")` and create files inside it.',
    go: 'Use `os.MkdirTemp("", "app-*")` and `defer os.RemoveAll(dir)`.',
  },
  traps: [
    'A fixed subfolder of `/tmp` can be made by the attacker first.',
    'The sticky bit stops deletion, not creation of the name beforehand.',
  ],
};
