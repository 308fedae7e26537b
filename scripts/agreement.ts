/**
 * `npm run agreement -- <folder>`: what detectors reach alone, together, and weighed by a table that never saw the samples.
 *
 *     npm run agreement -- <folder of *.jsonl>              the sets and languages that are shown by default
 *     npm run agreement -- <folder> --set secllmholmes:c    others: name of the set, colon, language; may be repeated
 *
 * All samples are divided into two halves, versions of one task never into different ones. Counts, weights and threshold
 * come from one half, by cross-validation within it, and are shown on the other; then the other way round.
 */
import { parseArgs } from 'node:util';
import { showSplit } from './agreement-split.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { set: { type: 'string', multiple: true } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('error: No folder was named.\n\nName one that holds labelled sets: npm run agreement -- <folder>.');
  process.exit(2);
}
await showSplit(folder, { cache: '.cache/agreement', ...(flags.set === undefined ? {} : { shown: flags.set }) });
