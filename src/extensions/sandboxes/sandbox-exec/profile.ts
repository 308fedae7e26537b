/** Folders of programs that every run sees, read-only. */
const SEEN = [
  '/usr',
  '/bin',
  '/sbin',
  '/System',
  '/Library/Apple',
  '/Library/Developer',
  '/private/var/db/dyld',
  '/opt/homebrew',
];

const DEVICES = ['/dev/null', '/dev/zero', '/dev/random', '/dev/urandom'];

/** The rules of one run, in the language of macOS's sandbox. Everything that is not allowed is denied, the network first. */
export function profileOf({ work, needs }: { readonly work: string; readonly needs: readonly string[] }): string {
  const paths = (kind: 'subpath' | 'literal', names: readonly string[]): string =>
    names.map((name) => `(${kind} ${quoted(name)})`).join(' ');
  return [
    '(version 1)',
    '(deny default)',
    '(allow process-fork)',
    `(allow process-exec ${paths('subpath', [...SEEN, ...needs, work])})`,
    '(allow signal (target same-sandbox))',
    '(allow sysctl-read)',
    // Programs ask whether folders above their own are there; names and sizes of other files can be asked for, too.
    '(allow file-read-metadata)',
    `(allow file-read* (literal "/") ${paths('subpath', [...SEEN, ...needs])} ${paths('literal', DEVICES)})`,
    `(allow file-read* file-write* (subpath ${quoted(work)}))`,
    `(allow file-write-data ${paths('literal', ['/dev/null', '/dev/zero'])})`,
  ].join('\n');
}

function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
