/** Red when the lock file does not fit package.json, or names the registry it was made with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, ROOT } from './run-command.ts';

const faults: string[] = [];

const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
if (/"resolved": "https?:/.test(lock)) {
  faults.push('error: package-lock.json names addresses.\nfix: Run npm install with the .npmrc of this repository.');
}

// A lock that npm has just written can lack a platform's package; only this shows it.
const { status, stderr } = capture('npm', ['ci', '--dry-run', '--ignore-scripts']);
if (status !== 0) {
  faults.push(
    `${stderr.trim()}\nerror: npm ci would fail.\nfix: Run npm install, or pin the newest version that passes.`,
  );
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
if (faults.length === 0) console.log('The lock file fits.');
