import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SecCodeError } from '#core/errors.ts';
import type { RunCall, RunEnd, RunLimits, RunOutcome } from './sandbox.ts';

/** A program to start, as the operating system is to see it. */
export interface Spawn {
  readonly program: string;
  readonly arguments: readonly string[];
  /** Absolute. */
  readonly folder: string;
  /** The whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly input: RunCall['input'];
  readonly limits: RunLimits;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
}

/**
 * Starts one process in a group of its own and ends the whole group when it is over, at a limit of time or output, or
 * when `signal` is aborted. Sandboxes add what a group cannot: memory, processes, files and the network.
 *
 * @throws {SecCodeError} `CANCELLED` when `signal` is aborted.
 */
export async function runLimited(call: Spawn): Promise<RunOutcome> {
  const { program, limits, signal, nowMs } = call;
  if (signal.aborted) throw cancelled(program, signal.reason);
  const startedMs = nowMs();
  return await new Promise<RunOutcome>((resolve, reject) => {
    const child = spawn(program, [...call.arguments], {
      cwd: call.folder,
      env: { ...call.environment },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let ended: RunEnd | undefined;
    const stop = (end?: RunEnd): void => {
      ended ??= end;
      endGroup(child.pid);
    };
    const timer = setTimeout(() => stop({ kind: 'limit', limit: 'timeoutMs' }), limits.timeoutMs);
    const interrupt = (): void => stop();
    signal.addEventListener('abort', interrupt, { once: true });
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      // What it left behind in its group ends with it.
      endGroup(child.pid);
    };
    const tooMuch = (): void => stop({ kind: 'limit', limit: 'outputBytes' });
    const stdout = gather(child.stdout, limits.outputBytes, tooMuch);
    const stderr = gather(child.stderr, limits.outputBytes, tooMuch);
    const outcome = (end: RunEnd): RunOutcome => ({
      end,
      stdout: stdout(),
      stderr: stderr(),
      durationMs: Math.max(0, Math.round(nowMs() - startedMs)),
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      over();
      resolve(
        outcome(error.code === 'ENOENT' ? { kind: 'not-found' } : { kind: 'broken', reason: String(error.code) }),
      );
    });
    child.on('close', (exitCode, killedBy) => {
      over();
      if (signal.aborted) reject(cancelled(program, signal.reason));
      else resolve(outcome(ended ?? endOf(exitCode, killedBy)));
    });
    // A program need not read what it is given.
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.input ?? '');
  });
}

function endOf(exitCode: number | null, signal: NodeJS.Signals | null): RunEnd {
  if (signal !== null) return { kind: 'signalled', signal };
  const code = exitCode ?? 0;
  // Wrappers such as a shell tell a signal this way.
  const name =
    code > 128 ? Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0] : undefined;
  return name === undefined ? { kind: 'exited', exitCode: code } : { kind: 'signalled', signal: name };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}

function gather(stream: NodeJS.ReadableStream, most: number, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    const room = most - size;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    size += chunk.length;
    if (size > most) tooMuch();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function cancelled(program: string, cause: unknown): SecCodeError {
  return new SecCodeError('CANCELLED', `'${program}' was interrupted.`, {
    remedy: 'Start it again when you want its result.',
    details: { program },
    cause,
  });
}
