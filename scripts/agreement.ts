/**
 * `npm run agreement -- <folder>`: what each detector reaches alone, what all reach together, and what agreement makes of it.
 *
 *     npm run agreement -- <folder of *.jsonl>                    every set that has both kinds of samples
 *     npm run agreement -- <folder> --show holmes --language c    only what is shown; all sets are still counted on
 *     npm run agreement -- <folder> --sets holmes,llmsec          only these sets, also to count on
 *
 * Samples are halved by their pair. Table, model and threshold are made on one half and shown on the other, both ways.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { candidateModels, choose, f1Of, partOf, sampleProbability } from './agreement-evaluation.ts';
import { balanced, countPrecision, matchingCwes } from './calibration-table.ts';
import { isKnownLanguage, type Outcomes, outcomesOf, sampleKey } from './labelled-outcomes.ts';
import { type LabelledSample, readSamples, scoreSamples, type Share, wilsonInterval } from './score-samples.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'string' },
    language: { type: 'string' },
    sets: { type: 'string' },
    unconfined: { type: 'boolean' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('error: No folder was named.\n\nName one that holds labelled sets: npm run agreement -- <folder>.');
  process.exit(2);
}
const sets = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl') && (flags.sets?.split(',') ?? ['']).some((part) => file.includes(part)))
  .sort()
  .map((file) => ({
    name: basename(file, '.jsonl'),
    samples: balanced(
      readSamples(readFileSync(join(folder, file), 'utf8')).filter(({ language }) => isKnownLanguage(language)),
    ),
  }));
const everything = sets
  .flatMap(({ samples }) => samples)
  .filter(({ language }) => flags.language === undefined || isSameKind(language, flags.language));
const all = await outcomesOf(everything);
for (const { name, samples } of sets.filter((set) => set.name.includes(flags.show ?? ''))) {
  for (const language of [...new Set(samples.map((sample) => sample.language))].sort()) {
    if (flags.language !== undefined && flags.language !== language) continue;
    show(
      name,
      language,
      samples.filter((sample) => sample.language === language),
    );
  }
}

function show(name: string, language: string, samples: readonly LabelledSample[]): void {
  const isReported = ({ said }: Outcomes, sample: LabelledSample): boolean =>
    (said.get(sampleKey(sample)) ?? []).some((finding) => matchingCwes(finding, sample.cwe).length > 0);
  const agreed = new Set<LabelledSample>();
  const bestAloneOnShown: string[] = [];
  for (const half of [0, 1]) {
    const isShown = (sample: LabelledSample): boolean => partOf(sample, 2, 'half') === half;
    const shown = samples.filter(isShown);
    const calibration = everything.filter((sample) => !isShown(sample) && isSameKind(sample.language, language));
    const { model, threshold } = choose(
      calibration,
      samples.filter((sample) => !isShown(sample)),
      all,
      candidateModels(),
    );
    const table = countPrecision(calibration, all);
    const hits = new Set(shown.filter((sample) => (sampleProbability(sample, all, table, model) ?? -1) >= threshold));
    for (const sample of hits) agreed.add(sample);
    const alone = all.map((outcomes) => ({
      detector: outcomes.detector,
      f1: f1Of(shown, (sample) => isReported(outcomes, sample)),
    }));
    const best = alone.toSorted((a, b) => b.f1 - a.f1)[0];
    bestAloneOnShown.push(
      `  half ${String(half + 1)}, ${String(shown.length)} samples: agreement F1 ${f1Of(shown, (sample) => hits.has(sample)).toFixed(3)}, best alone ${best?.detector ?? '-'} ${best?.f1.toFixed(3) ?? '-'}` +
        ` (shrinkage ${String(model.shrinkage)}, agreement ${String(model.agreementWeight)}, silence ${String(model.silenceWeight)}, threshold ${String(threshold)})`,
    );
  }
  console.log(`\n${name}, ${language}`);
  console.log(
    `${''.padEnd(16)}${'recall'.padEnd(18)}${'false positives'.padEnd(18)}${'pairs'.padEnd(20)}${'precision'.padEnd(18)}F1`,
  );
  for (const outcomes of all) {
    if (samples.some((sample) => outcomes.said.has(sampleKey(sample)))) {
      row(outcomes.detector, samples, (sample) => isReported(outcomes, sample));
    }
  }
  row('plain union', samples, (sample) => all.some((outcomes) => isReported(outcomes, sample)));
  row('agreement', samples, (sample) => agreed.has(sample));
  console.log(bestAloneOnShown.join('\n'));
}

/** C and C++ are one kind to the tools that read them. */
function isSameKind(a: string, b: string): boolean {
  const kind = (language: string): string =>
    language === 'cpp' ? 'c' : language === 'typescript' ? 'javascript' : language;
  return kind(a) === kind(b);
}

function row(name: string, samples: readonly LabelledSample[], isHit: (sample: LabelledSample) => boolean): void {
  const { recall, falsePositives, pairs } = scoreSamples(samples, (position) => {
    const sample = samples[position];
    return sample !== undefined && isHit(sample);
  });
  const precision: Share = { hits: recall.hits, of: recall.hits + falsePositives.hits };
  console.log(
    `${name.padEnd(16)}${percent(recall).padEnd(18)}${percent(falsePositives).padEnd(18)}${(pairs.of === 0 ? '-' : `${String(pairs.hits)} of ${String(pairs.of)}`).padEnd(20)}${percent(precision).padEnd(18)}${f1Of(samples, isHit).toFixed(3)}`,
  );
}

function percent(share: Share): string {
  if (share.of === 0) return '-';
  const [low, high] = wilsonInterval(share).map((part) => (100 * part).toFixed(0));
  return `${((100 * share.hits) / share.of).toFixed(0)} % [${low}-${high}]`;
}
