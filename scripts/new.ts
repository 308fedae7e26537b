/** `npm run new <kind> <name>`: writes the folder of one more extension from its template, and its registry. */
import { createExtension } from './create-extension.ts';
import { ROOT, run } from './run-command.ts';

const created = createExtension({ root: ROOT, kind: process.argv[2] ?? '', name: process.argv[3] ?? '' });
if (created.ok) {
  // Where lines break depends on the name.
  run('node_modules/.bin/biome', ['format', '--write', created.folder]);
  for (const path of created.paths) console.log(`wrote ${path}`);
  console.log(`Next: npx vitest run ${created.folder}`);
} else {
  console.error(`error: ${created.message}\nfix: ${created.remedy}`);
  process.exitCode = 2;
}
