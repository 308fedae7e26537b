import { knowsLanguage } from '#engine/detection/applicability.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import { type ExpectedCalls, expectedCalls } from '#engine/session/expected-calls.ts';
import { type Extensions, load, loadAll } from '../../compose.ts';
import { type CallSettings, openModels } from '../models.ts';
import type { Host } from '../host.ts';
import { type Estimate, estimateRun, type StrategyCalls } from './estimate.ts';
import type { DatasetCount } from './lay-out.ts';

/** A reviewing model is asked to look, and asked again about what it found. */
const CALLS_PER_REVIEW = 2;

/** What a plan may take at most, before anything is asked. */
export async function estimatePlan(
  plan: EvalPlan,
  counts: readonly DatasetCount[],
  calls: CallSettings,
  extensions: Extensions,
  host: Host,
): Promise<Estimate> {
  const free = new Map<string, boolean>();
  for (const model of plan.models) {
    const models = await openModels(
      { model, limits: { maxIterations: 0, flatRounds: 1 } },
      calls,
      extensions.providers,
      host,
    );
    free.set(model, models.isFree === true);
    await models.close();
  }
  // How many calls a strategy makes does not depend on it.
  const [language] = (await extensions.syntax()).languages;
  if (language === undefined) throw new TypeError('SecCode knows no language.');
  const strategies: StrategyCalls[] = [];
  for (const name of plan.strategies) {
    const strategy = await load(extensions.strategies, name, 'strategy');
    const expected = (isWritten: boolean): ExpectedCalls =>
      expectedCalls(strategy, { language, isWritten, maxIterations: plan.maxIterations });
    strategies.push({
      name,
      fixes: strategy.fix !== undefined,
      expected: { request: expected(true), code: expected(false) },
    });
  }
  return estimateRun({
    plan,
    counts,
    strategies,
    callsPerReview: (await isReviewed(plan, counts, extensions)) ? CALLS_PER_REVIEW : 0,
    isFree: (model) => free.get(model) === true,
    prices: calls.prices,
  });
}

/** Whether a detector that asks a model gives feedback on some of the samples. */
async function isReviewed(plan: EvalPlan, counts: readonly DatasetCount[], extensions: Extensions): Promise<boolean> {
  const syntax = await extensions.syntax();
  const languages = counts
    .flatMap((count) => Object.keys(count.languages))
    .flatMap((word) => syntax.languageNamed(word.toLowerCase()) ?? []);
  return (await loadAll(extensions.detectors)).some(
    (detector) =>
      detector.needsModel &&
      (plan.feedback?.includes(detector.name) ?? detector.defaultRole !== 'marking') &&
      languages.some((language) => knowsLanguage(detector, language)),
  );
}
