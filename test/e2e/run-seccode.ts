import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a command ended. */
export interface Ended {
  /** Exit code, or the signal that ended it. */
  readonly code: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the child's process id once it runs. */
  readonly onStart?: (pid: number) => void;
}

/** The built command line, as a user gets it. */
export const CLI: string = join(import.meta.dirname, '../../dist/apps/cli/main.js');

/** Compiled code of hundreds of processes, for a Node that keeps it (22 and later). */
const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/seccode/compiled');

/** An empty folder of its own. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'seccode-e2e-'));
}

/**
 * Runs the built command line in a process of its own, with nothing in its environment but what is given.
 *
 * It finds no analyser, compiler or sandbox unless `env` has a search path: which of them a machine has changes what a
 * session asks and finds, and each costs seconds.
 */
export async function runSeccode(args: readonly string[], { cwd, input, env, onStart }: RunOptions): Promise<Ended> {
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      env: { PATH: '/nonexistent', HOME: cwd, NODE_COMPILE_CACHE: COMPILED, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? signal, stdout, stderr });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    if (child.pid !== undefined) onStart?.(child.pid);
  });
}
