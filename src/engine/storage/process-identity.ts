import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCode } from './durable.ts';

/** Says which process held a lock, so that another one can tell later whether it still lives. */
export const ProcessIdentity: z.ZodObject<{
  pid: z.ZodInt;
  place: z.ZodString;
  startedAt: z.ZodOptional<z.ZodString>;
}> = z.object({
  pid: z.int().positive(),
  /** Host name, on Linux with the namespace that the pid counts in: containers may share a host name. */
  place: z.string(),
  /** When the process started, in the system's own terms; tells it from a later one with the same pid. */
  startedAt: z.string().optional(),
});
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** The process that runs this. */
export async function currentProcess(): Promise<ProcessIdentity> {
  const start = await startOf(process.pid);
  return { pid: process.pid, place: await place(), ...(typeof start === 'string' && { startedAt: start }) };
}

/** Whether the process lives. `true` where that cannot be known: on another host, or in another container. */
export async function isAlive({ pid, place: home, startedAt }: ProcessIdentity): Promise<boolean> {
  if (home !== (await place())) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and belongs to another user.
    if (errorCode(error) === 'ESRCH') return false;
  }
  const start = await startOf(pid);
  if (start === 'dead') return false;
  return start === undefined || startedAt === undefined || start === startedAt;
}

async function place(): Promise<string> {
  const namespace = process.platform === 'linux' ? await readlink('/proc/self/ns/pid').catch(() => '') : '';
  return `${hostname()} ${namespace}`.trim();
}

/**
 * Start of a process as text that no other process of this pid has; `dead` when there is no such
 * process, `undefined` where the system does not tell.
 */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return startOnLinux(pid);
  if (process.platform === 'win32') return undefined;
  return startByPs(pid);
}

async function startOnLinux(pid: number): Promise<string | undefined> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The program's name stands in parentheses and may itself hold spaces and parentheses (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    // A killed process whose parent has not collected it yet writes nothing any more.
    if (state === 'Z' || state === 'X') return 'dead';
    return ticks === undefined ? undefined : `${boot.trim()} ${ticks}`;
  } catch {
    return undefined;
  }
}

async function startByPs(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], {
      // The text must be the same for every process that asks.
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    return stdout.trim() === '' ? undefined : stdout.trim();
  } catch {
    return undefined;
  }
}
