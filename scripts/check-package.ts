/** Red when the package would reach users with wrong exports, types that do not resolve, strays, or too much weight. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOfTarball, packInto } from './tarball.ts';
import { run } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'seccode-package-'));
try {
  process.exitCode = check() ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function check(): boolean {
  const tarball = packInto(folder);
  const faults = faultsOfTarball(tarball);
  for (const fault of faults) console.error(`error: ${fault}`);
  if (faults.length > 0) {
    console.error('fix: Correct "files" in package.json or "exclude" in tsconfig.build.json, then run npm run build.');
    return false;
  }
  console.log(`${tarball.files.length} files, ${(tarball.sizeBytes / 1e6).toFixed(2)} MB packed.`);
  return (
    run('node_modules/.bin/publint', ['run', tarball.path, '--strict']) === 0 &&
    run('node_modules/.bin/attw', [tarball.path, '--profile', 'esm-only', '--no-emoji']) === 0
  );
}
