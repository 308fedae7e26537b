import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { EvalPlan, PlannedDataset } from '#engine/evals/eval-plan.ts';
import { chooseModel } from '#engine/models/choose-model.ts';
import { extensions, load } from '../../compose.ts';
import type { Config } from '../../config/config.ts';
import { datasetFolder } from '../../workbench/evals/dataset-folder.ts';
import type { PlanValues } from '../../workbench/evals/plan-schema.ts';
import { usualMode } from '../../workbench/evals/lay-out.ts';
import { checkPlan, type OpenDataset, readPlan, settlePlan } from '../../workbench/evals/read-plan.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { Host } from '../../workbench/host.ts';
import { providerOptions } from '../../workbench/models.ts';
import { type Options, text, texts } from './setting.ts';

/** Flags that decide what a run does: a run that goes on has decided. */
const DECIDING = [
  'dataset',
  'map',
  'mode',
  'language',
  'limit',
  'repeat',
  'model',
  'reviewerModel',
  'strategy',
  'maxIterations',
  'flatRounds',
  'budgetCalls',
  'budgetTokens',
  'feedback',
  'heldOut',
  'scorer',
  'build',
  'failOn',
  'minConfidence',
  'seed',
] as const;

/** @throws {SecCodeError} `USAGE` for a flag that a run which goes on cannot heed. */
export function refuseDeciding(file: string | undefined, options: Options): void {
  const given = DECIDING.find((key) => options[key] !== undefined);
  if (given === undefined && file === undefined) return;
  const what = given === undefined ? 'A plan' : `--${given.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
  throw new SecCodeError('USAGE', `${what} cannot be changed in a run that goes on.`, {
    remedy: 'Leave it out, or begin another run.',
  });
}

/** The plan from its file and the flags: a flag goes before the file, the file before the settings. */
export async function planFrom(
  file: string | undefined,
  options: Options,
  config: Config,
  host: Host,
): Promise<EvalPlan> {
  const written = file === undefined ? {} : await readPlan(resolve(host.folder, file));
  const values = { ...written, ...checkPlan(flagsOf(options, written, host), 'the command line') };
  const isModelNamed = values.models !== undefined || config.model !== undefined;
  const usual = isModelNamed
    ? undefined
    : await chooseModel(extensions.providers, providerOptions(host, callSettings(config)));
  const plan = settlePlan(values, config, usual);
  const datasets = await Promise.all(
    plan.datasets.map(async (dataset): Promise<PlannedDataset> => {
      const placed = await withPlace(dataset, host);
      return { ...placed, mode: placed.mode ?? (await usualMode(placed, extensions)) };
    }),
  );
  return { ...plan, datasets };
}

/** A dataset that somebody fetched is read from where it then lies. */
async function withPlace(planned: OpenDataset, host: Host): Promise<OpenDataset> {
  if (planned.path !== undefined) return planned;
  const { origin } = await load(extensions.datasets, planned.name, 'dataset');
  const isFetched = origin !== undefined && origin.files.length > 0;
  return isFetched ? { ...planned, path: datasetFolder(host, planned.name) } : planned;
}

/** What the flags say, as a plan would. */
function flagsOf(options: Options, written: PlanValues, host: Host): Readonly<Record<string, unknown>> {
  const named = texts(options['dataset'])?.map((given) => datasetOf(given, host));
  const [calls, tokens] = [options['budgetCalls'], options['budgetTokens']];
  const flags: Readonly<Record<string, unknown>> = {
    models: options['model'],
    reviewerModel: options['reviewerModel'],
    strategies: options['strategy'],
    datasets: withFilters(named ?? written.datasets, options),
    repeats: options['repeat'],
    maxIterations: options['maxIterations'],
    flatRounds: options['flatRounds'],
    feedback: options['feedback'],
    heldOut: options['heldOut'],
    scorers: options['scorer'],
    budget: calls === undefined && tokens === undefined ? undefined : dropAbsent({ calls, tokens }),
    maxCost: options['maxCost'],
    maxTokens: options['maxTokens'],
    failOn: options['failOn'],
    minConfidence: options['minConfidence'],
    build: options['build'],
    seed: options['seed'],
    keepSessions: options['sessions'] === false ? false : undefined,
  };
  return dropAbsent(flags);
}

/** `name` or `name=path`. */
function datasetOf(given: string, host: Host): NonNullable<PlanValues['datasets']>[number] {
  const at = given.indexOf('=');
  return at < 0 ? { name: given } : { name: given.slice(0, at), path: resolve(host.folder, given.slice(at + 1)) };
}

/** Flags on samples are meant for every dataset. */
function withFilters(datasets: PlanValues['datasets'], options: Options): unknown {
  const filters = dropAbsent({
    mode: text(options['mode']),
    languages: options['language'],
    limit: options['limit'],
    mapping: mappingOf(texts(options['map'])),
  });
  return datasets?.map((dataset) => ({ ...dataset, ...filters }));
}

/** `language=Lang`: the column behind the sign; `language==python`: what is the same in every row. */
function mappingOf(given: readonly string[] | undefined): Readonly<Record<string, string>> | undefined {
  if (given === undefined) return undefined;
  const pairs = given.map((pair): readonly [string, string] => {
    const at = pair.indexOf('=');
    if (at > 0 && at < pair.length - 1) return [pair.slice(0, at), pair.slice(at + 1)];
    throw new SecCodeError('USAGE', `--map ${pair} names no column.`, { remedy: 'Write it as meaning=column.' });
  });
  return Object.fromEntries(pairs);
}

function dropAbsent(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
