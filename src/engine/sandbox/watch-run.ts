import { folderBytes } from './folder-bytes.ts';
import { sharedMemoryBytes, treeUse } from './process-tree.ts';
import type { RunLimits } from './sandbox.ts';

/** A run to keep an eye on. */
export interface Watched {
  /** The process that everything else of the run descends from. */
  readonly pid: number;
  /** Folders of this machine that the run writes to. Together they may grow by `diskBytes`. */
  readonly folders: readonly string[];
  readonly limits: RunLimits;
  /** Whether the processes are not to be looked at: they are somebody else's. */
  readonly runsElsewhere: boolean;
  /** Processes that only hold the run and do not count. */
  readonly holders: number;
  /** Called once, for the first limit that is passed. */
  readonly exceeded: (limit: keyof RunLimits) => void;
}

/** Often enough that a program which does nothing but ask for memory gets some tens of megabytes beyond its limit. */
const LOOK_MS = 15;

/** Walking through folders takes longer than reading `/proc`. */
const WALK_MS = 200;

/** Looks at what a run uses until it is told to stop. Where there is no `/proc`, only the folders are looked at. */
export function watchRun({ pid, folders, limits, runsElsewhere, holders, exceeded }: Watched): () => void {
  let isOver = false;
  const report = (limit: keyof RunLimits): void => {
    if (isOver) return;
    stop();
    exceeded(limit);
  };
  const look = (): void => {
    const { pids, processes, memoryBytes, cpuMs, writtenBytes } = treeUse(pid);
    if (processes > limits.processes + holders) report('processes');
    else if (memoryBytes > limits.memoryBytes && sharedMemoryBytes(pids) > limits.memoryBytes) report('memoryBytes');
    else if (cpuMs > limits.cpuMs) report('cpuMs');
    else if (writtenBytes > limits.diskBytes) report('diskBytes');
  };
  let walking: NodeJS.Timeout | undefined;
  const walk = async (before: number): Promise<void> => {
    const bytes = await total(folders, before + limits.diskBytes);
    if (bytes > before + limits.diskBytes) report('diskBytes');
    else if (!isOver) walking = setTimeout(() => void walk(before), WALK_MS);
  };
  const looking = runsElsewhere ? undefined : setInterval(look, LOOK_MS);
  void total(folders, Infinity).then((before) => {
    if (!isOver) walking = setTimeout(() => void walk(before), WALK_MS);
  });
  function stop(): void {
    isOver = true;
    clearInterval(looking);
    clearTimeout(walking);
  }
  return stop;
}

async function total(folders: readonly string[], most: number): Promise<number> {
  let sum = 0;
  for (const folder of folders) sum += await folderBytes(folder, most - sum);
  return sum;
}
