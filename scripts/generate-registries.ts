/**
 * Writes the registries in `src/extensions` from the folders there: nobody edits a registry by hand.
 *
 * `--check` writes nothing and exits 1 when a registry is not what the folders give.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { registriesOf } from './registries.ts';

const root = join(import.meta.dirname, '..');
const stale = registriesOf(root).filter(({ isFresh }) => !isFresh);

for (const { path, wanted } of stale) {
  if (process.argv.includes('--check')) {
    console.error(`error: ${path} is not what the folders give.\nfix: Run npm run generate and commit the result.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), wanted);
    console.log(`wrote ${path}`);
  }
}
