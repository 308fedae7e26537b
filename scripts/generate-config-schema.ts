/**
 * Writes `schema/config.schema.json` and `schema/eval-plan.schema.json` from the schemas that validate, for editors and for the
 * documentation.
 *
 * `--check` writes nothing and exits 1 when a file is not what its schema gives.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configJsonSchema } from '#apps/config/json-schema.ts';
import { planJsonSchema } from '#apps/workbench/evals/plan-schema.ts';

const SCHEMAS = [
  { name: 'config.schema.json', schema: configJsonSchema() },
  { name: 'eval-plan.schema.json', schema: planJsonSchema() },
];

for (const { name, schema } of SCHEMAS) {
  const file = join(import.meta.dirname, '../schema', name);
  const wanted = `${formatted(JSON.stringify(schema, null, 2))}\n`;
  const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (present === wanted) continue;
  if (process.argv.includes('--check')) {
    console.error(`error: schema/${name} is stale.\nfix: Run npm run generate and commit the result.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
    console.log(`wrote schema/${name}`);
  }
}

/** Short lists on one line, as the formatter of this repository has them. */
function formatted(json: string): string {
  return json.replaceAll(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (_, items: string) => `[${items.split(/,\n\s+/).join(', ')}]`);
}
