import type { EvalReport } from './eval-report.ts';
import { intervalText, pText, valueText } from './figure-text.ts';

/** A table of a report in plain texts: each form of report escapes them its own way. */
export interface ReportTable {
  /** Of the table as a whole; absent where the heading around it says so. */
  readonly title: string;
  /** What the title has in brackets. */
  readonly unit: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One table for each metric, one row per condition and part; metrics without any are left out. */
export function figureTables({ summary, metrics }: Pick<EvalReport, 'summary' | 'metrics'>): readonly ReportTable[] {
  return metrics.flatMap(({ name, title, unit, better }): readonly ReportTable[] => {
    const rows = summary.conditions.flatMap(({ dataset, mode, model, strategy, metrics: all }) =>
      Object.entries(all[name] ?? {}).map(([part, figure]) => [
        ...[dataset, mode, model, strategy, part],
        ...[valueText(figure.value, unit), intervalText(figure, unit), String(figure.n), String(figure.unscored)],
      ]),
    );
    if (rows.length === 0) return [];
    const goal = better === undefined ? '' : `, ${better} is better`;
    const head = ['dataset', 'from', 'model', 'strategy', 'part', 'value', '95 % interval', 'n', 'unscored'];
    return [{ title, unit: `${unit}${goal}`, head, rows }];
  });
}

/** Every comparison of two strategies; `undefined` where there is none. */
export function pairedTable({ summary }: Pick<EvalReport, 'summary'>): ReportTable | undefined {
  if (summary.comparisons.length === 0) return undefined;
  const head = [
    ...['dataset', 'model', 'scorer', 'first', 'second', 'n', 'only first', 'only second'],
    ...['difference', '95 % interval', 'p', 'p corrected'],
  ];
  const rows = summary.comparisons.map(({ difference, ...one }) => [
    ...[one.dataset, one.model, one.scorer, ...one.strategies, String(one.n)],
    ...[String(one.onlyFirstPasses), String(one.onlySecondPasses)],
    ...[valueText(difference.value, 'share'), intervalText(difference, 'share'), pText(one.p), pText(one.pCorrected)],
  ]);
  return { title: 'Paired tests', unit: '', head, rows };
}
