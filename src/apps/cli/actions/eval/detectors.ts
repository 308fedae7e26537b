import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import { type CweMatcher, cweMatcher, relationsFileSchema } from '#engine/evals/labelled/cwe-matcher.ts';
import { type EvaluatedDetector, evaluateDetectors } from '#engine/evals/labelled/detector-evaluation.ts';
import { matchesLabel } from '#engine/evals/labelled/label-relations.ts';
import { ALL_LANGUAGES, type LabelledSample, labelledSampleOf } from '#engine/evals/labelled/labelled-sample.ts';
import { readRows } from '#engine/evals/read-rows.ts';
import { extensions } from '../../../compose.ts';
import { measureDetectors } from '../../../workbench/measure-detectors.ts';
import { measuredDetectors } from '../../../workbench/measured-detectors.ts';
import type { CliContext } from '../../context.ts';
import { EXIT } from '../../exit-code.ts';
import type { DetectorEvaluation } from '../../render/detector-evaluation/evaluation.ts';
import { evaluationCsv } from '../../render/detector-evaluation/evaluation-csv.ts';
import { evaluationJson } from '../../render/detector-evaluation/evaluation-json.ts';
import { evaluationMarkdown, evaluationTable } from '../../render/detector-evaluation/evaluation-table.ts';
import { tuneCompilers } from '../../tune-compilers.ts';
import { modelsFor, scanWish } from '../scan-paths.ts';
import { type Options, settle, text, texts } from '../setting.ts';
import { figureLimits, type FigureLimit, missedLimits } from './figure-limits.ts';
import { openMeasureView } from './measure-view.ts';

const WRITERS: ReadonlyMap<string, (evaluation: DetectorEvaluation) => string> = new Map([
  ['.csv', evaluationCsv],
  ['.json', evaluationJson],
  ['.md', evaluationMarkdown],
]);

/** `seccode eval detectors`. */
export async function runEvalDetectors(set: string, options: Options, context: CliContext): Promise<void> {
  const { terminal, signal, end } = context;
  const folder = terminal.process.cwd();
  const outputs = planOutputs(texts(options['output']) ?? [], folder);
  const limits = [
    ...figureLimits(texts(options['failUnder']) ?? [], 'at least'),
    ...figureLimits(texts(options['failOver']) ?? [], 'at most'),
  ];
  // These two mean something else here than the settings of the same name.
  const { config } = await settle({ ...options, language: undefined, output: undefined }, context);
  // A set that is not there is for its reader to refuse.
  tuneCompilers(
    await stat(resolve(folder, set)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  const relations = text(options['relations']);
  const matches = relations === undefined ? matchesLabel : await readRelations(resolve(folder, relations));
  const names = texts(options['detector']);
  const wish = await scanWish({ ...options, baseline: false }, config, folder, context);
  const { tools, detectorSettings } = wish;
  const { detectors, missing } = await measuredDetectors(
    names,
    {
      ...(tools === undefined ? {} : { tools }),
      ...(detectorSettings === undefined ? {} : { settings: detectorSettings }),
    },
    extensions,
  );
  const models = await modelsFor(names ?? [], config, context);
  const view = openMeasureView(terminal, Date.now);
  let evaluation: DetectorEvaluation;
  try {
    const samples = samplesOf(resolve(folder, set), texts(options['language']));
    const scan = { ...wish, ...(models === undefined ? {} : { models }) };
    const measured = await measureDetectors(samples, { detectors, scan, matches, onProgress: view.show }, extensions);
    if (measured.samples.length === 0) throw noSample(set);
    evaluation = {
      set: basename(set, '.jsonl'),
      samples: measured.samples.length,
      minConfidence: config.minConfidence,
      ...(relations === undefined ? {} : { relations: basename(relations) }),
      detectors: evaluateDetectors(measured.samples, measured.measurements),
      missing,
      misses: typeof options['misses'] === 'number' ? options['misses'] : 0,
    };
  } catch (error) {
    if (signal.aborted) end(EXIT.interrupted, 'Interrupted. Nothing was kept; run the command again.');
    throw error;
  } finally {
    view.stop();
    await models?.close();
  }
  for (const { path, write } of outputs) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, write(evaluation));
    terminal.note(`wrote ${path}`);
  }
  await terminal.outFormatted(options['json'] === true ? evaluationJson(evaluation) : evaluationTable(evaluation));
  endWith(evaluation.detectors, limits, context);
}

/** The last row decides: the union, or the only detector. */
function endWith(detectors: readonly EvaluatedDetector[], limits: readonly FigureLimit[], { end }: CliContext): void {
  const failed = detectors.find(({ failure }) => failure !== undefined);
  if (failed !== undefined) {
    end(EXIT.undecided, `exit 2: ${failed.detector} failed`);
    return;
  }
  const figures = detectors.at(-1)?.languages[ALL_LANGUAGES];
  const missed = figures === undefined ? [] : missedLimits(figures, limits);
  if (missed.length === 0) end(EXIT.clean);
  else end(EXIT.findings, `exit 1: ${missed.join('; ')}`);
}

async function* samplesOf(path: string, languages: readonly string[] | undefined): AsyncGenerator<LabelledSample> {
  for await (const row of readRows(path)) {
    const sample = labelledSampleOf(row);
    if (languages === undefined || languages.includes(sample.language)) yield sample;
  }
}

async function readRelations(path: string): Promise<CweMatcher> {
  const name = basename(path);
  const remedy = 'Name a JSON file with the members parents, families and tooAbstract.';
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SecCodeError('INPUT_INVALID', `'${name}' cannot be read.`, { remedy, cause });
  });
  const parsed = parseJson(content);
  if (!parsed.ok) throw new SecCodeError('INPUT_INVALID', `'${name}' cannot be read. ${parsed.message}`, { remedy });
  const relations = relationsFileSchema.safeParse(parsed.value);
  if (!relations.success) throw new SecCodeError('INPUT_INVALID', `'${name}' holds no relations.`, { remedy });
  const parents = new Map(Object.entries(relations.data.parents));
  return cweMatcher({ ...relations.data, parentsOf: (cwe) => parents.get(String(cwe)) ?? [] });
}

function planOutputs(
  files: readonly string[],
  folder: string,
): readonly { readonly path: string; readonly write: (evaluation: DetectorEvaluation) => string }[] {
  return files.map((file) => {
    const write = WRITERS.get(extname(file).toLowerCase());
    if (write !== undefined) return { path: resolve(folder, file), write };
    throw new SecCodeError('USAGE', `The name '${file}' does not say which format it is to have.`, {
      remedy: `Let it end in one of ${[...WRITERS.keys()].join(', ')}.`,
    });
  });
}

function noSample(set: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `There is no sample to look at in '${basename(set)}'.`, {
    remedy: 'Name a set with samples in these languages, or leave --language out.',
  });
}
