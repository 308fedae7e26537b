/**
 * `npm run score -- <folder>`: what the static detector reaches on labelled code, per set and language.
 *
 *     npm run score -- <folder of *.jsonl>       every set of the folder
 *     npm run score -- <folder> --set sven       sets whose name contains this
 *     npm run score -- <folder> --language python
 *     npm run score -- <folder> --misses 20      also what is missed or false most often, by weakness
 *     npm run score -- <folder> --below real-world    samples whose id begins so; those of one folder are a pair
 *     npm run score -- <folder> --relations f    which weaknesses count for one another, from a file
 *
 * A set has one sample per line: `{ language, cwe, label: "vulnerable" | "secure", code, pair }`. All samples of a set are
 * analysed together, one file each, in this process, with the rules and the confidence that are the default.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { flaggedSamples } from '#engine/evals/labelled/flagged-samples.ts';
import type { LabelledSample } from '#engine/evals/labelled/labelled-sample.ts';
import { sampleEnding, samplePath } from '#engine/evals/labelled/sample-path.ts';
import { scoreSamples } from '#engine/evals/labelled/score-samples.ts';
import { type Share, wilsonInterval } from '#engine/evals/statistics/wilson-interval.ts';
import { openAnalyzer } from './corpus-analyzer.ts';
import { ownRelations, relationsFrom } from './score-relations.ts';
import { readSamples, samplesBelow } from './score-samples.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string' },
    language: { type: 'string' },
    misses: { type: 'string' },
    below: { type: 'string' },
    relations: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('error: No folder was named.\n\nName one that holds labelled sets: npm run score -- <folder>.');
  process.exit(2);
}
const matches = flags.relations === undefined ? ownRelations : relationsFrom(flags.relations);
const sets = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl') && file.includes(flags.set ?? ''))
  .sort();
const { analyze } = await openAnalyzer();
console.log(
  `${'set'.padEnd(24)}${'language'.padEnd(12)}${'vulnerable'.padStart(10)}${'secure'.padStart(8)}  ${'recall'.padEnd(20)}${'false positives'.padEnd(20)}pairs`,
);
for (const set of sets) await scoreSet(join(folder, set));

async function scoreSet(file: string): Promise<void> {
  const all = readSamples(readFileSync(file, 'utf8'));
  const samples = (flags.below === undefined ? all : samplesBelow(all, flags.below)).filter(
    ({ language }) =>
      sampleEnding(language) !== undefined && (flags.language === undefined || flags.language === language),
  );
  if (samples.length === 0) return;
  const placed = samples.map(({ cwe, language, code }, position) => ({
    cwe,
    path: samplePath(position, language),
    code,
  }));
  const { findings } = await analyze(placed.map(({ path, code }) => ({ path, text: code })));
  const shown = findings.filter(({ confidence }) => confidence !== 'low');
  const hits = flaggedSamples(placed, shown, matches);
  for (const language of [...new Set(samples.map((sample) => sample.language))].sort()) {
    const positions = [...samples.keys()].filter((position) => samples[position]?.language === language);
    const chosen = positions.flatMap((position) => samples[position] ?? []);
    const { recall, falsePositives, pairs } = scoreSamples(chosen, (index) => hits.has(positions[index] ?? -1));
    console.log(
      `${basename(file, '.jsonl').padEnd(24)}${language.padEnd(12)}${String(recall.of).padStart(10)}${String(falsePositives.of).padStart(8)}  ${percent(recall).padEnd(20)}${percent(falsePositives).padEnd(20)}${count(pairs)}`,
    );
  }
  if (flags.misses !== undefined) printMisses(samples, hits, Number(flags.misses));
}

function printMisses(samples: readonly LabelledSample[], hits: ReadonlySet<number>, limit: number): void {
  const list = (label: LabelledSample['label'], isHit: boolean): string => {
    const counts = new Map<string, number>();
    samples.forEach((sample, position) => {
      if (sample.label !== label || hits.has(position) !== isHit) return;
      const key = `${sample.language} CWE-${sample.cwe}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, limit);
    return most.map(([key, times]) => `${key} x${times}`).join(', ');
  };
  console.log(`  missed: ${list('vulnerable', false)}\n  false: ${list('secure', true)}`);
}

function percent(share: Share): string {
  if (share.of === 0) return '-';
  const [low, high] = wilsonInterval(share).map((part) => (100 * part).toFixed(0));
  return `${((100 * share.hits) / share.of).toFixed(0)} % [${low}-${high}]`;
}

function count(share: Share): string {
  if (share.of === 0) return '-';
  const [low, high] = wilsonInterval(share).map((part) => (part * share.of).toFixed(0));
  return `${share.hits} of ${share.of} [${low}-${high}]`;
}
