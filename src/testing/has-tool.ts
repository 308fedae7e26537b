import { spawnSync } from 'node:child_process';

/** Whether a program of this machine can be started. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version']).status === 0;
}
