import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** What a whole process took, from its start to its end, threads and children included. */
export interface ProcessUsage {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly maxRssMb: number;
}

const usageSchema = z.object({ cpuSeconds: z.number(), maxRssMb: z.number() });
/** 0 and 1 are how scanners say that they are done. */
const endedSchema = usageSchema.extend({ code: z.union([z.literal(0), z.literal(1)]) });
const HOOK = join(import.meta.dirname, 'usage-hook.mjs');

/** Prints what its child used; Node cannot ask the system for that. */
const PYTHON_WRAPPER = `
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=int(sys.argv[1])).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({'cpuSeconds': used.ru_utime + used.ru_stime, 'maxRssMb': used.ru_maxrss / 1024, 'code': code}))
`;

/**
 * Runs a Node program that takes exit codes as SecCode does.
 *
 * @throws {Error} when it fails: its figures would be those of a failure.
 */
export function measureNode(options: readonly string[]): ProcessUsage {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-bench-'));
  const file = join(folder, 'usage.json');
  try {
    const startedMs = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', HOOK, ...options], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, SECCODE_BENCH_USAGE: file },
    });
    const wallSeconds = (performance.now() - startedMs) / 1000;
    // A mistake in the options ends with 2 as an undecided scan does, but it is told.
    if (status === null || status > 2 || /^error:/m.test(stderr))
      throw new Error(`The measured process ended with ${status}: ${stderr.slice(0, 400)}`);
    return { wallSeconds, ...usageSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs any program; `undefined` when it is not there, fails, or takes longer than it may. */
export function measureCommand(
  command: string,
  options: readonly string[],
  folder: string = tmpdir(),
  limitSeconds = 600,
): ProcessUsage | undefined {
  const startedMs = performance.now();
  const { status, stdout } = spawnSync('python3', ['-c', PYTHON_WRAPPER, String(limitSeconds), command, ...options], {
    encoding: 'utf8',
    cwd: folder,
  });
  const wallSeconds = (performance.now() - startedMs) / 1000;
  const ended = status === 0 ? endedSchema.safeParse(JSON.parse(stdout)) : undefined;
  if (ended?.success !== true) return undefined;
  return { wallSeconds, cpuSeconds: ended.data.cpuSeconds, maxRssMb: ended.data.maxRssMb };
}
