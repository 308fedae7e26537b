import { createHash } from 'node:crypto';
import { SecCodeError } from '#core/errors.ts';
import type { Sample } from '#core/sample.ts';
import type { Dataset, DatasetKit } from '#engine/evals/dataset.ts';
import type { EvalCell, SampleMode } from '#engine/evals/eval-cell.ts';
import type { EvalPlan, PlannedDataset } from '#engine/evals/eval-plan.ts';
import { type Extensions, load } from '../../compose.ts';

/** What a dataset holds, as far as a plan needs it. */
export interface DatasetCount {
  readonly planned: PlannedDataset;
  readonly samples: number;
  /** Samples that have not what the mode needs: words, or code. */
  readonly leftOut: number;
  /** By language, how many samples. */
  readonly languages: Readonly<Record<string, number>>;
  /** Characters of words and code of all samples. */
  readonly characters: number;
  readonly sha256: string;
}

/** Reads every dataset of a plan once, from end to end, and keeps none of it. */
export async function countDatasets(
  plan: Pick<EvalPlan, 'datasets'>,
  extensions: Pick<Extensions, 'datasets' | 'syntax'>,
  note: DatasetKit['note'],
): Promise<readonly DatasetCount[]> {
  const kit = await kitOf(extensions, note);
  const counts: DatasetCount[] = [];
  for (const planned of plan.datasets) {
    const hash = createHash('sha256');
    const languages: Record<string, number> = {};
    let samples = 0;
    let leftOut = 0;
    let characters = 0;
    for await (const sample of chosenSamples(planned, await loadDataset(planned, extensions), kit)) {
      hash.update(JSON.stringify(sample));
      if (!hasWhatIsNeeded(sample, planned.mode)) {
        leftOut += 1;
        continue;
      }
      samples += 1;
      languages[sample.language] = (languages[sample.language] ?? 0) + 1;
      characters += charactersOf(sample);
    }
    counts.push({ planned, samples, leftOut, languages, characters, sha256: hash.digest('hex') });
  }
  return counts;
}

/** The plan with what its datasets hold, so that a later part of the run knows them again. */
export function withSeen(plan: EvalPlan, counts: readonly DatasetCount[]): EvalPlan {
  return {
    ...plan,
    datasets: plan.datasets.map((planned, index) => {
      const count = counts[index];
      return count === undefined
        ? planned
        : { ...planned, seen: { samples: count.samples + count.leftOut, sha256: count.sha256 } };
    }),
  };
}

/** @throws {SecCodeError} `INPUT_INVALID` when a dataset is no longer what it was when the run began. */
export function requireUnchanged(plan: EvalPlan, counts: readonly DatasetCount[]): void {
  for (const [index, planned] of plan.datasets.entries()) {
    const count = counts[index];
    if (planned.seen === undefined || count === undefined || planned.seen.sha256 === count.sha256) continue;
    const before = String(planned.seen.samples);
    const now = String(count.samples + count.leftOut);
    throw new SecCodeError(
      'INPUT_INVALID',
      `The dataset '${titleOf(planned)}' has changed since the run began: ${before} samples then, ${now} now.`,
      { remedy: 'Put the dataset back as it was, or begin another run.', details: { dataset: titleOf(planned) } },
    );
  }
}

/** How many cells a plan has. */
export function cellCount(
  { models, strategies, repeats }: Pick<EvalPlan, 'models' | 'strategies' | 'repeats'>,
  counts: readonly DatasetCount[],
): number {
  const samples = counts.reduce((sum, count) => sum + count.samples, 0);
  return samples * models.length * strategies.length * repeats;
}

/**
 * Every cell of a plan in an order that depends on the plan and its datasets alone. All models and strategies come to one
 * sample before the next, and all samples once before any is repeated: a run that ends early compares like with like.
 *
 * Can be walked through more than once; reads the datasets each time and keeps one sample.
 */
export function layOutCells(
  plan: EvalPlan,
  extensions: Pick<Extensions, 'datasets' | 'syntax'>,
): AsyncIterable<EvalCell> {
  return { [Symbol.asyncIterator]: () => walk(plan, extensions) };
}

async function* walk(plan: EvalPlan, extensions: Pick<Extensions, 'datasets' | 'syntax'>): AsyncGenerator<EvalCell> {
  // What is left out was told when the datasets were counted.
  const kit = await kitOf(extensions, () => undefined);
  let index = 0;
  for (let repeat = 1; repeat <= plan.repeats; repeat += 1) {
    for (const planned of plan.datasets) {
      const dataset = await loadDataset(planned, extensions);
      for await (const sample of chosenSamples(planned, dataset, kit)) {
        if (!hasWhatIsNeeded(sample, planned.mode)) continue;
        for (const model of plan.models) {
          for (const strategy of plan.strategies) {
            yield { index, dataset: titleOf(planned), mode: planned.mode, sample, model, strategy, repeat };
            index += 1;
          }
        }
      }
    }
  }
}

/**
 * How a dataset is run when nobody says: `request` where its first sample has words, `code` otherwise.
 *
 * @throws {SecCodeError} as datasets do, for a source that cannot be read.
 */
export async function usualMode(
  planned: Omit<PlannedDataset, 'mode'>,
  extensions: Pick<Extensions, 'datasets' | 'syntax'>,
): Promise<SampleMode> {
  const kit = await kitOf(extensions, () => undefined);
  const dataset = await loadDataset(planned, extensions);
  for await (const sample of chosenSamples({ ...planned, limit: 1 }, dataset, kit)) {
    return hasWhatIsNeeded(sample, 'request') ? 'request' : 'code';
  }
  return 'code';
}

/** What a dataset is called in results. */
export function titleOf({ name, title }: Pick<PlannedDataset, 'name' | 'title'>): string {
  return title ?? name;
}

async function kitOf({ syntax }: Pick<Extensions, 'syntax'>, note: DatasetKit['note']): Promise<DatasetKit> {
  const known = await syntax();
  return { languageNamed: (word) => known.languageNamed(word.toLowerCase()), note };
}

async function loadDataset(
  { name }: Pick<PlannedDataset, 'name'>,
  { datasets }: Pick<Extensions, 'datasets'>,
): Promise<Dataset> {
  return await load(datasets, name, 'dataset');
}

async function* chosenSamples(
  { languages, limit = Number.POSITIVE_INFINITY, path, mapping }: Omit<PlannedDataset, 'mode'>,
  { read }: Dataset,
  kit: DatasetKit,
): AsyncGenerator<Sample> {
  if (limit <= 0) return;
  let taken = 0;
  const source = { ...(path === undefined ? {} : { path }), ...(mapping === undefined ? {} : { mapping }) };
  for await (const sample of read(source, kit)) {
    if (languages !== undefined && !languages.includes(sample.language)) continue;
    yield sample;
    taken += 1;
    if (taken >= limit) return;
  }
}

function hasWhatIsNeeded({ request = '', files = [] }: Sample, mode: SampleMode): boolean {
  return mode === 'code' ? files.length > 0 : request.trim() !== '';
}

function charactersOf({ request = '', files = [] }: Sample): number {
  return request.length + files.reduce((sum, { text }) => sum + text.length, 0);
}
