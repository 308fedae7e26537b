import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './loop.ts';

/** Median wall time of a whole process, milliseconds. */
export interface StartUp {
  readonly what: string;
  readonly ms: number;
}

const CLI = join(import.meta.dirname, '../dist/apps/cli/main.js');
const RUNS = 9;

/** Start-up of the built command line, with an empty Node process beside it to compare. */
export function measureStartUp(): readonly StartUp[] {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-bench-'));
  try {
    writeFileSync(join(folder, 'app.py'), 'import subprocess\n\nsubprocess.run("ls", shell=True)\n');
    writeFileSync(join(folder, 'app.js'), 'eval(process.argv[2]);\n');
    return [
      { what: 'node -e ""', args: ['-e', ''] },
      { what: 'seccode --help', args: [CLI, '--help'] },
      { what: 'seccode scan app.py', args: [CLI, 'scan', 'app.py'] },
      { what: 'seccode scan app.js', args: [CLI, 'scan', 'app.js'] },
    ].map(({ what, args }) => ({ what, ms: median(Array.from({ length: RUNS }, () => once(args, folder))) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function once(args: readonly string[], cwd: string): number {
  const startedMs = performance.now();
  spawnSync(process.execPath, args, { cwd, stdio: 'ignore' });
  return performance.now() - startedMs;
}
