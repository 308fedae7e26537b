import { lstat, readdir, readlink } from 'node:fs/promises';

/** Folders of programs that every run sees, read-only. */
const PROGRAM_FOLDERS = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store', '/gnu/store'];

/** The few settings without which programs do not start: nothing of them tells of this machine's people. */
const SETTINGS = ['/etc/alternatives', '/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d'];

/** Where the workspace is seen. */
export const WORK = '/work';

/** Where the temporary folder and the home are seen. */
export const TEMPORARY = '/tmp';

/** Ways to call bubblewrap, the strictest first; older versions and a setuid one know less. */
export const FLAVOURS: readonly (readonly string[])[] = [
  ['--unshare-all', '--unshare-user', '--disable-userns', '--uid', '1000', '--gid', '1000'],
  ['--unshare-all', '--unshare-user', '--uid', '1000', '--gid', '1000'],
  ['--unshare-all'],
];

/** Folders of this machine that programs are found in and that every run sees. */
export const SEEN: readonly string[] = [...PROGRAM_FOLDERS, '/etc/alternatives'];

/** Arguments that show the programs of this machine and nothing else of it. Independent of the run: asked once. */
export async function systemArguments(): Promise<readonly string[]> {
  const settings = [
    ...SETTINGS,
    ...(await namesIn('/etc')).filter((name) => /^java/.test(name)).map((name) => `/etc/${name}`),
  ];
  const shown = await Promise.all(
    [...PROGRAM_FOLDERS, ...settings].map(async (path) => {
      const found = await lstat(path).catch(() => undefined);
      if (found === undefined) return [];
      return found.isSymbolicLink() ? ['--symlink', await readlink(path), path] : ['--ro-bind', path, path];
    }),
  );
  return shown.flat();
}

/** What one run is shown of this machine beside its programs. */
export interface Shown {
  /** The workspace, on this machine. */
  readonly work: string;
  /** The temporary folder, on this machine. */
  readonly temporary: string;
  /** Files and folders to show read-only where they are. */
  readonly needs: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The whole command line up to the program. `system` comes from `systemArguments`, `flavour` is one of `FLAVOURS`. */
export function bubblewrapArguments(
  flavour: readonly string[],
  system: readonly string[],
  { work, temporary, needs, environment }: Shown,
): readonly string[] {
  return [
    ...flavour,
    // Capabilities would remain where no user namespace can be made.
    ...['--info-fd', '3', '--cap-drop', 'ALL', '--die-with-parent', '--new-session', '--hostname', 'sandbox'],
    ...system,
    ...['--proc', '/proc', '--dev', '/dev'],
    // On disk, where their size is watched: a file in memory belongs to no process.
    ...['--bind', temporary, TEMPORARY, '--bind', temporary, '/dev/shm', '--bind', work, WORK],
    ...needs.flatMap((path) => ['--ro-bind', path, path]),
    // Both are file systems in memory.
    ...['--remount-ro', '/dev', '--remount-ro', '/', '--chdir', WORK],
    ...Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
    '--',
  ];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}
