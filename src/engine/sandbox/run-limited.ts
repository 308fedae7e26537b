import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { SecCodeError } from '#core/errors.ts';
import { treeUse } from './process-tree.ts';
import type { RunCall, RunEnd, RunLimits, RunOutcome } from './sandbox.ts';
import { watchRun } from './watch-run.ts';

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
  /** Folders of this machine that the run writes to. */
  readonly folders: readonly string[];
  /** Whether the program is no descendant of what is started, which only asks a service for it. */
  readonly runsElsewhere?: boolean;
  /** Processes that only hold the run, such as the sandbox's own; they do not count. 0 when absent. */
  readonly holders?: number;
  /** Handed to the program through file descriptors, from 4 on. */
  readonly handed?: readonly Uint8Array[];
  /** Called once when the program has ended, in time or not. */
  readonly finish?: Finish;
}

/**
 * Ends what is no descendant of the program and waits until it is gone. It is given what the program wrote to file
 * descriptor 3, and how the run seems to have ended; it may know better.
 */
export type Finish = (report: string, seen: Omit<RunOutcome, 'durationMs'>) => Promise<RunEnd>;

/** Others who hold the ends of our pipes do not keep us longer than this once the program has ended. */
const LINGER_MS = 500;

/** Below everything else that the person runs: a program that starts a thousand others must not keep us from ending it. */
const NICENESS = 5;

/**
 * Starts one process in a group of its own and ends the group and all descendants when it is over, at a limit, or when
 * `signal` is aborted. Sandboxes add what this cannot: descendants that have left the tree, files and the network.
 *
 * @throws {SecCodeError} `CANCELLED` when `signal` is aborted.
 */
export async function runLimited(call: Spawn): Promise<RunOutcome> {
  const { nowMs, finish } = call;
  refuseAborted(call);
  const startedMs = nowMs();
  const { end, stdout, stderr, report } = await runProcess(call);
  const better = end.kind === 'not-found' ? end : ((await finish?.(report, { end, stdout, stderr })) ?? end);
  refuseAborted(call);
  return { end: better, stdout, stderr, durationMs: Math.max(0, Math.round(nowMs() - startedMs)) };
}

interface Finished {
  readonly end: RunEnd;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: string;
}

const MAX_REPORT_BYTES = 10_000;

async function runProcess(call: Spawn): Promise<Finished> {
  const { program, limits, signal, handed = [] } = call;
  return await new Promise<Finished>((resolve) => {
    const child = spawn(program, [...call.arguments], {
      cwd: call.folder,
      env: { ...call.environment },
      detached: true,
      stdio: [
        'pipe',
        'pipe',
        'pipe',
        call.finish === undefined ? 'ignore' : 'pipe',
        ...handed.map(() => 'pipe' as const),
      ],
    });
    let ended: RunEnd | undefined;
    let stopWatching = (): void => undefined;
    const stop = (end: RunEnd): void => {
      ended ??= end;
      endTree(child.pid);
    };
    const timer = setTimeout(() => stop({ kind: 'limit', limit: 'timeoutMs' }), limits.timeoutMs);
    const interrupt = (): void => stop({ kind: 'signalled', signal: 'SIGKILL' });
    signal.addEventListener('abort', interrupt, { once: true });
    const over = (): void => {
      clearTimeout(timer);
      stopWatching();
      signal.removeEventListener('abort', interrupt);
      // What it left behind in its group ends with it.
      endGroup(child.pid);
    };
    const tooMuch = (): void => stop({ kind: 'limit', limit: 'outputBytes' });
    const stdout = gather(child.stdout, limits.outputBytes, tooMuch);
    const stderr = gather(child.stderr, limits.outputBytes, tooMuch);
    const [, , , reported, ...taking] = child.stdio;
    const report = gather(isReadable(reported) ? reported : null, MAX_REPORT_BYTES, () => undefined);
    const finished = (end: RunEnd): Finished => ({ end, stdout: stdout(), stderr: stderr(), report: report() });
    child.on('spawn', () => {
      const { pid } = child;
      if (pid === undefined) return;
      lowerPriority(pid);
      stopWatching = watchRun({
        pid,
        folders: call.folders,
        limits,
        holders: call.holders ?? 0,
        runsElsewhere: call.runsElsewhere ?? false,
        exceeded: (limit) => stop({ kind: 'limit', limit }),
      });
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      over();
      const isAbsent = error.code === 'ENOENT';
      resolve(finished(isAbsent ? { kind: 'not-found' } : { kind: 'broken', reason: String(error.code) }));
    });
    child.on('exit', () => {
      over();
      // A descendant that left the group may hold them for ever.
      setTimeout(() => {
        for (const stream of child.stdio) stream?.destroy();
      }, LINGER_MS).unref();
    });
    child.on('close', (exitCode, killedBy) => resolve(finished(ended ?? endOf(exitCode, killedBy))));
    hand(child.stdin, call.input ?? '');
    handed.forEach((bytes, index) => hand(taking[index] ?? null, bytes));
  });
}

function isReadable(stream: Readable | Writable | null | undefined): stream is Readable {
  return stream !== null && stream !== undefined && 'read' in stream;
}

function hand(stream: Readable | Writable | null, bytes: string | Uint8Array): void {
  if (stream === null || !('end' in stream)) return;
  // A program need not read what it is given.
  stream.on('error', () => undefined);
  stream.end(bytes);
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // It has ended already.
  }
}

function endOf(exitCode: number | null, signal: NodeJS.Signals | null): RunEnd {
  if (signal !== null) return bySignal(signal);
  const code = exitCode ?? 0;
  // Wrappers such as a shell tell a signal this way.
  const name =
    code > 128 ? Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0] : undefined;
  return name === undefined ? { kind: 'exited', exitCode: code } : bySignal(name);
}

/** The kernel's own limits end a program by signals of their own. */
function bySignal(signal: string): RunEnd {
  if (signal === 'SIGXCPU') return { kind: 'limit', limit: 'cpuMs' };
  if (signal === 'SIGXFSZ') return { kind: 'limit', limit: 'diskBytes' };
  return { kind: 'signalled', signal };
}

/** Also descendants in groups and sessions of their own, as long as those they descend from are alive. */
function endTree(root: number | undefined): void {
  if (root === undefined) return;
  const { pids } = treeUse(root);
  endGroup(root);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone with the group.
    }
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}

function gather(stream: Readable | null, most: number, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    const room = most - size;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    size += chunk.length;
    if (size > most) tooMuch();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function refuseAborted({ program, signal }: Spawn): void {
  if (!signal.aborted) return;
  throw new SecCodeError('CANCELLED', `'${program}' was interrupted.`, {
    remedy: 'Start it again when you want its result.',
    details: { program },
    cause: signal.reason,
  });
}
