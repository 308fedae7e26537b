/**
 * `npm run calibrate -- <folder>`: counts how precise every detector that is usable here is on labelled sets, and writes
 * the table by which findings get a probability.
 *
 *     npm run calibrate -- <folder of *.jsonl>
 *     npm run calibrate -- <folder> --sets a,b    only sets whose names contain one of these
 *
 * What programs of this machine said is kept in `.cache/calibration`, by version and content. `npm run agreement` shows
 * what the table is worth, on samples that were not counted.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { balanced, countPrecision } from './calibration-table.ts';
import { isKnownLanguage, outcomesOf } from './labelled-outcomes.ts';
import { readSamples } from './score-samples.ts';

const TABLE = 'src/engine/detection/agreement/precision-table.generated.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { sets: { type: 'string' }, unconfined: { type: 'boolean' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('error: No folder was named.\n\nName one that holds labelled sets: npm run calibrate -- <folder>.');
  process.exit(2);
}
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl') && (flags.sets?.split(',') ?? ['']).some((part) => file.includes(part)))
  .sort()
  .flatMap((file) =>
    balanced(readSamples(readFileSync(join(folder, file), 'utf8')).filter(({ language }) => isKnownLanguage(language))),
  );
const table = countPrecision(samples, await outcomesOf(samples));
const versions = Object.entries(table).map(([detector, { version }]) => `${detector} ${version}`);
writeFileSync(
  TABLE,
  `// Written by \`npm run calibrate -- <folder of labelled sets>\`. Do not edit.
//
// Counts of samples, in vulnerable and in secure code. ${String(samples.length)} samples of languages of which their set has both kinds.
// Detectors: ${versions.join(', ')}.
import type { PrecisionTable } from './precision-table.ts';

export const PRECISION_TABLE: PrecisionTable = ${JSON.stringify(table, null, 1)};
`,
);
console.log(`${TABLE}: ${String(samples.length)} samples, ${versions.join(', ')}`);
