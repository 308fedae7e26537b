import type { Framework, Sink } from '#engine/analysis/framework.ts';

const PATH_FIRST =
  'fopen freopen open open64 creat unlink remove rmdir mkdir opendir scandir chmod chown lchown truncate readlink mknod ' +
  'mkfifo _open _wopen _wfopen _unlink DeleteFileA DeleteFile CreateFileA CreateFile CreateFileW RemoveDirectoryA ' +
  'CreateDirectoryA g_file_get_contents g_fopen std.ifstream std.ofstream std.fstream std.fstream().open *.open ' +
  'std.filesystem.remove std.filesystem.remove_all std.filesystem.create_directory std.filesystem.create_directories ' +
  'fs.remove fs.remove_all fs.create_directories fopen64 chdir';
const PATH_BOTH =
  'rename link symlink std.filesystem.copy std.filesystem.rename std.filesystem.copy_file CopyFileA CopyFile MoveFileA MoveFile';
const PATH_SECOND = 'openat unlinkat mkdirat fopen_s stat_at';
/** Calls after which no `..` and no link is left in a path. */
const RESOLVES = [
  'realpath',
  '_fullpath',
  'GetFullPathNameA',
  'GetFullPathName',
  'canonicalize_file_name',
  'std.filesystem.canonical',
  'std.filesystem.weakly_canonical',
  'fs.canonical',
  'fs.weakly_canonical',
  '*.lexically_normal',
  'PathCanonicalizeA',
  '*.string',
  'boost.filesystem.canonical',
];

function sinks(names: string, positions: readonly number[]): readonly Sink[] {
  return names.split(' ').map((callee) => ({ callee, kind: 'path', arguments: positions }));
}

/** Calls that name files. */
export const FILES: Framework = {
  name: 'files',
  sinks: [...sinks(PATH_FIRST, [0]), ...sinks(PATH_BOTH, [0, 1]), ...sinks(PATH_SECOND, [1])],
  operations: {
    '*.starts_with': 'text-starts',
    '*.compare': 'text-compare-start',
    'std.filesystem.path': 'same',
    'fs.path': 'same',
    'std.ifstream': 'pure',
    'std.ofstream': 'pure',
    'std.fstream': 'pure',
  },
  types: {
    'std.ifstream()': 'std.fstream()',
    'std.ofstream()': 'std.fstream()',
  },
  sanitizers: [
    { callee: 'basename', kinds: ['path'] },
    { callee: 'PathFindFileNameA', kinds: ['path'] },
    { callee: '*.filename', kinds: ['path'] },
  ],
  guards: [{ callee: '*.starts_with', argument: 'receiver', when: true, kinds: ['path'], requires: RESOLVES }],
  // What a file holds is not where it lies.
  propagators: ['fopen', 'open', 'opendir', 'std.ifstream', 'std.ofstream', 'std.fstream', 'popen', '*.open'].map(
    (callee) => ({
      callee,
      from: [],
      to: 'nothing' as const,
    }),
  ),
};
