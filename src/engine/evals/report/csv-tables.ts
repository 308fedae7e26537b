import type { EvalResult } from '../eval-result.ts';
import { totalTokens } from '#core/usage.ts';
import { csv, csvLine } from './csv.ts';
import type { EvalReport } from './eval-report.ts';
import { outcomeText, reasonText } from './figure-text.ts';

/** Tables by their file names: all figures, all comparisons, and why cells have no score. */
export function csvTables({ summary, metrics }: EvalReport): Readonly<Record<string, string>> {
  const units = new Map(metrics.map(({ name, unit }) => [name, unit]));
  return {
    'figures.csv': csv(
      [
        'dataset',
        'mode',
        'model',
        'strategy',
        'metric',
        'part',
        'unit',
        'value',
        'low',
        'high',
        'interval',
        'n',
        'unscored',
      ],
      summary.conditions.flatMap(({ dataset, mode, model, strategy, metrics: all }) =>
        Object.entries(all).flatMap(([metric, parts]) =>
          Object.entries(parts).map(([part, { value, low, high, interval, n, unscored }]) => [
            ...[dataset, mode, model, strategy, metric, part, units.get(metric) ?? ''],
            ...[value, low, high, interval, n, unscored],
          ]),
        ),
      ),
    ),
    'comparisons.csv': csv(
      [
        'dataset',
        'mode',
        'model',
        'first',
        'second',
        'scorer',
        'n',
        'only first passes',
        'only second passes',
        'difference',
        'low',
        'high',
        'p',
        'p corrected',
      ],
      summary.comparisons.map((one) => [
        ...[one.dataset, one.mode, one.model, ...one.strategies, one.scorer, one.n, one.onlyFirstPasses],
        ...[one.onlySecondPasses, one.difference.value, one.difference.low, one.difference.high, one.p, one.pCorrected],
      ]),
    ),
    'unscored.csv': csv(
      ['dataset', 'mode', 'model', 'strategy', 'reason', 'cells'],
      summary.conditions.flatMap(({ dataset, mode, model, strategy, unscored }) =>
        Object.entries(unscored).map(([reason, count]) => [dataset, mode, model, strategy, reason, count]),
      ),
    ),
  };
}

/** Head of the table of samples. */
export const SAMPLE_HEAD: string = csvLine([
  ...['dataset', 'mode', 'sample', 'language', 'cwes', 'model', 'strategy', 'repeat', 'security', 'reason'],
  ...['verdict', 'stopped by', 'iterations', 'calls', 'tokens', 'cost in micro-usd', 'seconds', 'session'],
]);

/** One line of the table of samples, which is written result by result. */
export function sampleLine(result: EvalResult, security: string): string {
  return csvLine([
    ...[result.dataset, result.mode, result.sampleId, result.language, result.cwes.join(' '), result.model],
    ...[result.strategy, result.repeat, outcomeText(result, security), reasonText(result, security)],
    ...[result.verdict, result.stopReason, result.iterations.length, result.calls, totalTokens(result.usage)],
    ...[result.cost, result.durationMs / 1000, result.sessionId],
  ]);
}
