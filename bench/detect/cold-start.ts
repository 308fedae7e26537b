import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../loop.ts';
import { SCAN } from './linearity.ts';
import { measureCommand, measureNode } from './measured-process.ts';

/** Wall time of a whole process on one short file. */
export interface ColdRow {
  readonly what: string;
  /** Median; absent when the tool is not there. */
  readonly ms: number | undefined;
}

const CLI = join(import.meta.dirname, '../../dist/apps/cli/main.js');

export function measureColdStart(runs: number): readonly ColdRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-bench-'));
  const [python, script] = [join(folder, 'one.py'), join(folder, 'one.js')];
  try {
    writeFileSync(python, 'import subprocess\n\n\ndef run(name):\n    subprocess.run("ls " + name, shell=True)\n');
    writeFileSync(
      script,
      "const { exec } = require('child_process');\n\nmodule.exports = (name) => exec('ls ' + name);\n",
    );
    const node = (options: readonly string[]) => (): number | undefined => measureNode(options).wallSeconds;
    const command = (options: readonly string[]) => (): number | undefined =>
      measureCommand('bandit', options)?.wallSeconds;
    return [
      { what: 'node -e ""', once: node(['-e', '']) },
      { what: 'seccode scan one.py', once: node([CLI, 'scan', python]) },
      { what: 'seccode scan one.js', once: node([CLI, 'scan', script]) },
      { what: 'seccode scan one.py, static detector alone', once: node([CLI, ...SCAN, python]) },
      { what: 'bandit one.py', once: command(['-q', python]) },
    ].map(({ what, once }) => {
      const times = Array.from({ length: runs }, once).filter((seconds) => seconds !== undefined);
      return { what, ms: times.length === 0 ? undefined : 1000 * median(times) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
