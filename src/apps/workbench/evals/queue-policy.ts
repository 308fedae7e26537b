import type { EvalPlan } from '#engine/evals/eval-plan.ts';

/** Providers that need a person, or a file, of the machine that asks. */
const NOT_FOR_WORKERS: readonly string[] = ['relay', 'replay'];
const MODEL = /^([a-z][a-z0-9-]*)\/(?![./\\~])[^\s\\\0]+$/;

/**
 * Why this machine does not work on a run, one sentence; `undefined` when it does.
 *
 * Whoever can write to a queue can write any plan. Keys, addresses, the sandbox and settings of detectors come from the
 * worker's own machine; a plan says none of them. What it does name must not reach for a file or a person here.
 */
export function refusalOf({ models, reviewerModel }: EvalPlan): string | undefined {
  for (const model of reviewerModel === undefined ? models : [...models, reviewerModel]) {
    const provider = MODEL.exec(model)?.[1];
    if (provider === undefined) return 'It names a model that is no provider/name, or a file.';
    if (NOT_FOR_WORKERS.includes(provider)) return `A worker cannot ask the provider '${provider}'.`;
  }
  return undefined;
}
