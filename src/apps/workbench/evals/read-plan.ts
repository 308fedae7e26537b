import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';
import type { EvalPlan, PlannedDataset } from '#engine/evals/eval-plan.ts';
import type { Config } from '../../config/config.ts';
import { readYaml } from '../../config/parse-data.ts';
import { PLAN_KEYS, planSchema, type PlanValues } from './plan-schema.ts';

/**
 * Reads a plan from a YAML or JSON file; its paths become absolute.
 *
 * @throws {SecCodeError} `CONFIG_INVALID`, naming the key and what is expected.
 */
export async function readPlan(path: string): Promise<PlanValues> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new SecCodeError('INPUT_INVALID', `The plan '${path}' cannot be read.`, {
      remedy: 'Check the path and its rights.',
      cause: error,
    });
  }
  const parsed = await readYaml(text);
  if ('problem' in parsed) throw invalid(path, parsed.problem, 'Write it as YAML or JSON.');
  const values = checkPlan(parsed.value, path);
  const folder = dirname(path);
  return {
    ...values,
    ...(values.datasets === undefined
      ? {}
      : {
          datasets: values.datasets.map((dataset) => ({
            ...dataset,
            ...(dataset.path === undefined ? {} : { path: resolve(folder, dataset.path) }),
          })),
        }),
  };
}

/**
 * Checks what a plan says.
 *
 * @param source Where it is from, for the message.
 * @throws {SecCodeError} `CONFIG_INVALID`
 */
export function checkPlan(value: unknown, source: string): PlanValues {
  const checked = planSchema.safeParse(value ?? {});
  if (checked.success) return checked.data;
  const { issues } = checked.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) throw new TypeError('A failed check has an issue.');
  throw faultOf(issue, source);
}

function faultOf(issue: z.core.$ZodIssue, source: string): SecCodeError {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const known = PLAN_KEYS[path[0] === 'datasets' ? 'dataset' : path[0] === 'budget' ? 'budget' : 'plan'];
    const nearest = nearestName(key.replace(/[-_]/g, ''), known);
    return invalid(
      source,
      `'${[...path, key].join('.')}' is no key of a plan.`,
      nearest === undefined
        ? `Choose among ${known.join(', ')}.`
        : `Did you mean '${nearest}'? Rename or remove the key.`,
    );
  }
  const what = path.length === 0 ? 'This is no plan.' : `'${path.join('.')}' is missing or not as it has to be.`;
  return invalid(source, what, path.length === 0 ? 'Write one "key: value" per line.' : `Give ${issue.message}.`);
}

function invalid(source: string, fact: string, remedy: string): SecCodeError {
  return new SecCodeError('CONFIG_INVALID', `${source}: ${fact}`, { remedy, details: { source } });
}

/** What is scored when nobody says otherwise: whatever a sample allows. */
export const USUAL_SCORERS: readonly string[] = ['build', 'detectors', 'functional', 'exploit', 'joint'];

/** A dataset of a plan whose mode may still have to be found out. */
export type OpenDataset = Omit<PlannedDataset, 'mode'> & Partial<Pick<PlannedDataset, 'mode'>>;
/** A plan with nothing left open but modes. */
export type OpenPlan = Omit<EvalPlan, 'datasets'> & { readonly datasets: readonly OpenDataset[] };

/**
 * A plan with nothing left open but modes of datasets: what is not written comes from the settings in force.
 *
 * @throws {SecCodeError} `USAGE` when there is no dataset or no model.
 */
export function settlePlan(values: PlanValues, config: Config, usualModel: string | undefined): OpenPlan {
  const models = values.models ?? [config.model ?? usualModel].filter((name) => name !== undefined);
  if (models.length === 0) {
    throw new SecCodeError('USAGE', 'No model is named.', { remedy: 'Name one with --model provider/name.' });
  }
  const datasets = (values.datasets ?? []).map(planned);
  if (datasets.length === 0) {
    throw new SecCodeError('USAGE', 'No dataset is named.', {
      remedy: 'Name one with --dataset; `seccode eval datasets` lists those there are.',
    });
  }
  const { budget, maxCost, maxTokens } = values;
  const feedback = values.feedback ?? config.feedback;
  const reviewerModel = values.reviewerModel ?? config.reviewerModel;
  return {
    models: [...new Set(models)],
    strategies: [...new Set(values.strategies ?? [config.strategy])],
    datasets,
    repeats: values.repeats ?? 1,
    maxIterations: values.maxIterations ?? config.limits.maxIterations,
    flatRounds: values.flatRounds ?? config.limits.flatRounds,
    ...(feedback === undefined ? {} : { feedback }),
    ...(values.heldOut === undefined ? {} : { heldOut: values.heldOut }),
    scorers: [...new Set(values.scorers ?? USUAL_SCORERS)],
    ...(budget === undefined
      ? {}
      : {
          budget: {
            ...(budget.calls === undefined ? {} : { calls: budget.calls }),
            ...(budget.tokens === undefined ? {} : { tokens: budget.tokens }),
          },
        }),
    ...capOf({ maxCost, maxTokens }),
    failOn: values.failOn ?? config.failOn,
    minConfidence: values.minConfidence ?? config.minConfidence,
    build: values.build ?? config.build,
    ...(reviewerModel === undefined ? {} : { reviewerModel }),
    seed: values.seed ?? 1,
    ...(values.keepSessions === undefined ? {} : { keepSessions: values.keepSessions }),
  };
}

/** The cap over a whole run, in the units of the engine. */
export function capOf({ maxCost, maxTokens }: Pick<PlanValues, 'maxCost' | 'maxTokens'>): Pick<EvalPlan, 'cap'> {
  if (maxCost === undefined && maxTokens === undefined) return {};
  return {
    cap: {
      ...(maxCost === undefined ? {} : { costMicroUsd: Math.round(maxCost * 1_000_000) }),
      ...(maxTokens === undefined ? {} : { tokens: maxTokens }),
    },
  };
}

function planned({
  name,
  path,
  mapping,
  title,
  mode,
  languages,
  limit,
}: NonNullable<PlanValues['datasets']>[number]): OpenDataset {
  return {
    name,
    ...(mode === undefined ? {} : { mode }),
    ...(path === undefined ? {} : { path }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(title === undefined ? {} : { title }),
    ...(languages === undefined ? {} : { languages }),
    ...(limit === undefined ? {} : { limit }),
  };
}
