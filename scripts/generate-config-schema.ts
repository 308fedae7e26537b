/**
 * Writes `schema/config.schema.json` from the schema that validates, for editors and for the documentation.
 *
 * `--check` writes nothing and exits 1 when the file is not what the schema gives.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configJsonSchema } from '#apps/config/json-schema.ts';

const file = join(import.meta.dirname, '../schema/config.schema.json');
const wanted = `${formatted(JSON.stringify(configJsonSchema(), null, 2))}\n`;
const present = existsSync(file) ? readFileSync(file, 'utf8') : '';

if (present !== wanted && process.argv.includes('--check')) {
  console.error('error: schema/config.schema.json is stale.\nfix: Run npm run generate and commit the result.');
  process.exitCode = 1;
} else if (present !== wanted) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  console.log('wrote schema/config.schema.json');
}

/** Short lists on one line, as the formatter of this repository has them. */
function formatted(json: string): string {
  return json.replaceAll(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (_, items: string) => `[${items.split(/,\n\s+/).join(', ')}]`);
}
