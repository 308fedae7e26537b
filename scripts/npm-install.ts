import { spawnSync } from 'node:child_process';

/**
 * Runs npm with these arguments and shows what it prints.
 *
 * @param again The command to name when it fails.
 * @returns The exit code for the script: 0, or 1 after the error was told.
 */
export function npmInstall(npmArguments: readonly string[], what: string, again: string): number {
  // npm tells its scripts where it lies; started through it, no shell is needed to find npm.cmd on Windows.
  const npm = process.env['npm_execpath'];
  const { status } =
    npm === undefined
      ? spawnSync('npm', [...npmArguments], { stdio: 'inherit' })
      : spawnSync(process.execPath, [npm, ...npmArguments], { stdio: 'inherit' });
  if (status === 0) return 0;
  console.error(`error: ${what} could not be installed.`);
  console.error(`fix: Look at what npm says above, and run ${again} again.`);
  return 1;
}
