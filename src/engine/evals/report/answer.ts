import type { ConditionSummary, PairedComparison } from '../eval-summary.ts';
import { datasetTitle, type FigureRoles, grouped } from '../figures/figure-roles.ts';
import type { Figure } from '../figure.ts';
import type { EvalReport } from './eval-report.ts';
import { pText, valueText } from './figure-text.ts';

/** Below this, after the correction for many comparisons, a difference counts as beyond doubt. */
const BEYOND_DOUBT = 0.05;

/** What an answer is made from. */
export type Answered = Pick<EvalReport, 'summary' | 'roles' | 'security' | 'total' | 'cells'>;

/** Which strategy does best for each dataset and model, and whether that is beyond doubt: one sentence each. */
export function answer({ summary, roles, security, total, cells }: Answered): readonly string[] {
  if (summary.conditions.length === 0) return ['The run has no results yet.'];
  const isWhole = cells !== undefined && total >= cells;
  const far = cells === undefined ? `${String(total)} cells` : `${String(total)} of ${String(cells)} cells`;
  return [
    ...(isWhole ? [] : [`The run is not whole: ${far} have a result, and more may change what follows.`]),
    ...grouped(summary.conditions, ({ dataset, mode, model }) => JSON.stringify([dataset, mode, model])).map(
      (group) =>
        `${datasetTitle(group[0])}, ${group[0].model}: ${verdictOn(group, summary.comparisons, roles, security)}`,
    ),
  ];
}

interface Ranked {
  readonly strategy: string;
  readonly figure: Figure & { readonly value: number };
}

function verdictOn(
  group: readonly ConditionSummary[],
  comparisons: readonly PairedComparison[],
  roles: FigureRoles,
  security: string,
): string {
  const ranked = rank(group, roles);
  const [best, second] = ranked;
  if (best === undefined) return 'nothing was scored, so nothing can be said.';
  const share = valueText(best.figure.value, 'share');
  const measured = `${best.strategy} with ${share} (n = ${String(best.figure.n)})`;
  if (second === undefined) {
    return group.length === 1
      ? `${measured}; it was the only strategy, so there is nothing to compare it with.`
      : `${measured}; no other strategy has a score.`;
  }
  const rival = `${second.strategy} with ${valueText(second.figure.value, 'share')}`;
  const others = ranked.slice(2).map(({ strategy, figure }) => `${strategy} with ${valueText(figure.value, 'share')}`);
  const rest = others.length === 0 ? '' : ` Then: ${others.join(', ')}.`;
  if (best.figure.value === second.figure.value) return `${measured} and ${rival} are level.${rest}`;
  const comparison = comparisons.find(
    (one) =>
      one.scorer === security &&
      one.dataset === group[0]?.dataset &&
      one.mode === group[0].mode &&
      one.model === group[0].model &&
      one.strategies.includes(best.strategy) &&
      one.strategies.includes(second.strategy),
  );
  if (comparison === undefined)
    return `${measured} is ahead of ${rival}; they have no sample in common, so whether that is chance cannot be said.${rest}`;
  const { pCorrected, n } = comparison;
  const tests = `${String(n)} samples in common, p = ${pText(pCorrected)} after correction`;
  return pCorrected < BEYOND_DOUBT
    ? `${measured} is ahead of ${rival}, beyond doubt (${tests}).${rest}`
    : `${measured} is ahead of ${rival}, but that may be chance (${tests}).${rest}`;
}

/** Best first; level ones by name. */
export function rank(group: readonly ConditionSummary[], roles: FigureRoles): readonly Ranked[] {
  const sign = roles.isSecurityHigherBetter ? -1 : 1;
  return group
    .flatMap(({ strategy, metrics }): readonly Ranked[] => {
      const figure = metrics[roles.security.metric]?.[roles.security.part];
      return figure?.value === undefined ? [] : [{ strategy, figure: { ...figure, value: figure.value } }];
    })
    .sort((a, b) => sign * (a.figure.value - b.figure.value) || (a.strategy < b.strategy ? -1 : 1));
}
