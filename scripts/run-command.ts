import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Root of the project: where every script runs its commands. */
export const ROOT: string = join(import.meta.dirname, '..');

export interface CommandResult {
  /** Exit status; 1 when the command could not be started or a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** Absent: the root of the project. */
  readonly folder?: string;
  /** Added to the environment that this process has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** After this time the command is ended and counts as failed. */
  readonly timeoutMs?: number;
}

/** Runs a command with its output shown, and gives back its exit status. No shell is involved. */
export function run(
  command: string,
  options: readonly string[],
  { folder = ROOT, environment = {} }: CommandOptions = {},
): number {
  const { status, error } = spawnSync(command, options, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (error !== undefined) console.error(`error: ${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/** Runs the Node that runs this script, with its output shown. */
export function runNode(options: readonly string[], more: CommandOptions = {}): number {
  return run(process.execPath, options, more);
}

/** Runs a command and gives back what it printed. */
export function capture(
  command: string,
  options: readonly string[],
  { folder = ROOT, environment = {}, timeoutMs = 300_000 }: CommandOptions = {},
): CommandResult {
  const { status, stdout, stderr, error } = spawnSync(command, options, {
    cwd: folder,
    encoding: 'utf8',
    timeout: timeoutMs,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...environment },
  });
  return { status: status ?? 1, stdout, stderr: error === undefined ? stderr : `${stderr}${error.message}` };
}

/** Runs a command beside others and gives back what it printed, standard error and output as they came. */
export async function collect(
  command: string,
  options: readonly string[],
): Promise<{ readonly status: number; readonly printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, options, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.on('error', ({ message }) => {
      resolve({ status: 1, printed: `error: ${command} could not be started: ${message}` });
    });
    child.on('close', (status) => {
      resolve({ status: status ?? 1, printed });
    });
  });
}
