/**
 * Puts the rules and the front end of each language into one file of `dist` each: a scan of one file would else open more
 * than two hundred small ones, which takes longer than the scan.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run-command.ts';

const DIST = join(ROOT, 'dist');

const inEach = (folder: string, file: string): readonly string[] =>
  readdirSync(join(DIST, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(DIST, folder, entry.name, file)))
    .map(({ name }) => join(DIST, folder, name, file));

const rules = inEach('extensions/rules', 'index.generated.js');
const frontEnds = inEach('extensions/languages', 'front-end.js');

await build({
  absWorkingDir: ROOT,
  entryPoints: [...rules, ...frontEnds],
  outdir: DIST,
  outbase: DIST,
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});

// What has been put into the files is not needed beside them.
for (const file of rules) {
  for (const entry of readdirSync(join(file, '..'), { withFileTypes: true })) {
    if (entry.isDirectory()) rmSync(join(file, '..', entry.name), { recursive: true });
  }
}
for (const file of frontEnds) {
  for (const name of ['lower', 'frameworks']) rmSync(join(file, '..', name), { recursive: true, force: true });
}
