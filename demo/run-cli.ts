import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The root of the project. */
export const ROOT: string = join(import.meta.dirname, '..');

/** Where recordings lie. */
export const RECORDINGS: string = join(import.meta.dirname, 'recordings');

/** Where the same requests lie as they went with build, tests and proofs. */
export const WITH_TESTS: string = join(RECORDINGS, 'with-tests');

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Lets the command talk to the terminal; standard error is then not collected. */
  readonly isShown?: boolean;
  readonly folder?: string;
  /** Ends the command. */
  readonly signal?: AbortSignal;
}

/** Runs the built command line and collects what it prints. */
export async function runCli(
  args: readonly string[],
  { isShown = false, folder = ROOT, signal }: CliOptions = {},
): Promise<CliRun> {
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), ...args], {
      cwd: folder,
      stdio: [isShown ? 'inherit' : 'ignore', 'pipe', isShown ? 'inherit' : 'pipe'],
    });
    signal?.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}
