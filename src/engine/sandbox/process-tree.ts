import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all its descendants use at one moment. */
export interface TreeUse {
  /** The process itself first. */
  readonly pids: readonly number[];
  /** Processes and threads. */
  readonly processes: number;
  /** Resident memory that is backed by no file. Pages that processes share count once for each. */
  readonly memoryBytes: number;
  /** Processor time, that of descendants which have ended included. */
  readonly cpuMs: number;
  /** Sent to disks, that of descendants which have ended included. 0 where the kernel does not tell. */
  readonly writtenBytes: number;
}

/** `USER_HZ`, which is 100 on every platform that Node runs on. */
const MS_PER_TICK = 10;

/** A tree that grows faster than it is read must not keep us here. */
const MOST_PROCESSES = 5000;

/**
 * Adds up a tree of processes from `/proc`, so on Linux alone; elsewhere nothing is found.
 */
export function treeUse(root: number): TreeUse {
  const pids: number[] = [root];
  let processes = 0;
  let memoryBytes = 0;
  let cpuMs = 0;
  let writtenBytes = 0;
  for (let index = 0; index < pids.length && index < MOST_PROCESSES; index += 1) {
    const pid = pids[index] ?? root;
    const stat = read(pid, 'stat');
    // The name of the program may hold anything; what follows it does not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.length < 18) continue;
    const threads = Number(fields[17]);
    processes += threads;
    cpuMs += fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * MS_PER_TICK;
    memoryBytes += sumOfKilobytes(read(pid, 'status'), /^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm);
    writtenBytes += written(read(pid, 'io'));
    pids.push(...childrenOf(pid, threads));
  }
  return { pids, processes, memoryBytes, cpuMs, writtenBytes };
}

/** Memory of the processes in which a page that `n` of them share counts as an `n`th for each. Slower than `treeUse`. */
export function sharedMemoryBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const text = read(pid, 'smaps_rollup');
    // Without the parts there is the whole.
    const parts = sumOfKilobytes(text, /^Pss_(?:Anon|Shmem):\s+(\d+) kB$/gm);
    return sum + (parts > 0 ? parts : sumOfKilobytes(text, /^Pss:\s+(\d+) kB$/gm));
  }, 0);
}

/** Whether a process is there and is more than an entry that waits to be read. */
export function isAlive(pid: number): boolean {
  const stat = read(pid, 'stat');
  return stat !== '' && !'ZX'.includes(stat.charAt(stat.lastIndexOf(')') + 2));
}

function childrenOf(pid: number, threads: number): number[] {
  const tasks = threads > 1 ? list(`/proc/${pid}/task`) : [String(pid)];
  return tasks.flatMap((task) =>
    read(pid, `task/${task}/children`)
      .split(' ')
      .filter((child) => /^\d+$/.test(child))
      .map(Number),
  );
}

function written(io: string): number {
  const count = (name: string): number => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(io)?.[1] ?? 0);
  return Math.max(0, count('write_bytes') - count('cancelled_write_bytes'));
}

function sumOfKilobytes(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile, or is not ours to look at.
    return '';
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
