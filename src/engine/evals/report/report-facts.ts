import type { EvalPlan } from '../eval-plan.ts';
import type { EvalSummary } from '../eval-summary.ts';
import type { EvalReport } from './eval-report.ts';

/** What was compared, as pairs of a word and its value. */
export function planFacts(report: EvalReport): readonly (readonly [string, string])[] {
  const { plan, summary } = report;
  const cells = summary.conditions.reduce((sum, condition) => sum + condition.cells, 0);
  return [
    ['run', `${report.runId}, begun ${new Date(report.startedAtMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['report by', `SecCode ${report.version}`],
    ['datasets', plan.datasets.map(datasetText).join('; ')],
    ['models', plan.models.join(', ')],
    ['strategies', plan.strategies.join(', ')],
    ['repeats', String(plan.repeats)],
    ['rounds', budgetText(plan)],
    ['feedback', plan.feedback?.join(', ') ?? 'the usual detectors'],
    ['held out, scoring', plan.heldOut?.join(', ') ?? 'all usable detectors that give no feedback'],
    ['scorers', `${plan.scorers.join(', ')}; ${report.security} counts for security`],
    ['thresholds', `fails from severity ${plan.failOn} and confidence ${plan.minConfidence} on; build: ${plan.build}`],
    ['judged by', judgesText(plan)],
    ['seed', String(plan.seed)],
    ['cells with a result', report.cells === undefined ? String(cells) : `${String(cells)} of ${String(report.cells)}`],
  ];
}

function datasetText({ name, title = name, mode, languages, limit, seen }: EvalPlan['datasets'][number]): string {
  return [
    title,
    mode === 'code' ? 'from the code of its samples' : 'from its requests',
    ...(languages === undefined ? [] : [languages.join(' and ')]),
    ...(limit === undefined ? [] : [`the first ${String(limit)}`]),
    ...(seen === undefined ? [] : [`${String(seen.samples)} samples, SHA-256 ${seen.sha256.slice(0, 12)}`]),
  ].join(', ');
}

function judgesText({ judges }: EvalPlan): string {
  if (judges === undefined) return 'versions that were not kept';
  const detectors = Object.entries(judges.detectors).map(([name, version]) => `${name} ${version}`);
  return [`SecCode ${judges.version}`, ...detectors].join(', ');
}

function budgetText({ budget, maxIterations, flatRounds }: EvalPlan): string {
  if (budget === undefined) return `${String(maxIterations)} at most, ${String(flatRounds)} flat ones end a session`;
  const parts = [
    ...(budget.calls === undefined ? [] : [`${String(budget.calls)} calls`]),
    ...(budget.tokens === undefined ? [] : [`${String(budget.tokens)} tokens`]),
  ];
  return `the same budget for every strategy: ${parts.join(', ')}`;
}

/** Reasons why cells have no score for security, with how many, the most frequent first. */
export function unscoredReasons({ conditions }: EvalSummary): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { unscored } of conditions)
    for (const [reason, count] of Object.entries(unscored)) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

/** What a reader must not take from the figures. */
export const LIMITS: readonly string[] = [
  'Security is what the detectors report: they overstate it, and what none of them knows is not counted.',
  'Code that does not build counts as a failure. Refusals, failed detectors and budgets that ran out are unscored: they count in neither part of a share, and are shown.',
  'Published values were measured with other models, detectors and rules, and come without intervals: they are beside ours, not against them.',
  'An interval speaks of samples like those of the dataset, not of all programs.',
  'Public datasets may be in what the models were trained on.',
];
