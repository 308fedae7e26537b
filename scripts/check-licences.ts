/** Red when a package that users install has a licence that is not on the list, or none. Reads the lock file alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAllowed } from './licences.ts';
import { ROOT } from './run-command.ts';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
const shipped = Object.entries(packages).filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true);
const refused = shipped.filter(([, { license }]) => !isAllowed(license));

for (const [path, { license }] of refused) {
  console.error(`error: ${path.replace(/^.*node_modules\//, '')} has the licence ${license ?? '(none)'}.`);
}
if (refused.length > 0) {
  console.error('fix: Choose another package, or add the licence to scripts/licences.ts after reading it.');
  process.exitCode = 1;
} else {
  console.log(`${shipped.length} packages, every licence is on the list.`);
}
