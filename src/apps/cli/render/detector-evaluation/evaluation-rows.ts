import type { ShareFigure } from '#engine/evals/labelled/detector-figures.ts';
import type { WeaknessCount } from '#engine/evals/labelled/detector-evaluation.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import type { DetectorEvaluation } from './evaluation.ts';

/** Columns of a table for people. */
export const COLUMNS = [
  'detector',
  'language',
  'vulnerable',
  'secure',
  'recall',
  'false positives',
  'F1',
  'pairs',
  'unscored',
  'seconds',
] as const;

/** Rows of such a table, one per detector and language. */
export function evaluationRows({ detectors }: DetectorEvaluation): readonly (readonly string[])[] {
  return detectors.flatMap(({ detector, failure, languages, seconds }) => {
    const time = seconds.toFixed(1);
    if (failure !== undefined) return [[detector, 'failed', '', '', '', '', '', '', '', time]];
    const rows = Object.entries(languages);
    // With one language its row says it all.
    const shown = rows.length === 2 ? rows.slice(0, 1) : rows;
    return shown.map(([language, { vulnerable, secure, recall, falsePositives, f1, pairs, unscored }], index) => {
      const left = unscored.vulnerable + unscored.secure;
      // Of samples none of which it could judge, 0 % would say that it looked.
      const hasJudged = left < vulnerable + secure;
      const cell = (text: string): string => (hasJudged ? text : '-');
      return [
        detector,
        language,
        String(vulnerable),
        String(secure),
        cell(percent(recall)),
        cell(percent(falsePositives)),
        cell(fraction(f1)),
        cell(counts(pairs)),
        String(left),
        index === shown.length - 1 ? time : '',
      ];
    });
  });
}

/** What has to be said beside the table, a line each. */
export function evaluationNotes({ detectors, missing, misses }: DetectorEvaluation): readonly string[] {
  const list = (all: readonly WeaknessCount[]): string =>
    all
      .slice(0, misses)
      .map(({ language, cwe, count }) => `${language} CWE-${cwe} x${count}`)
      .join(', ') || 'none';
  return [
    ...detectors.flatMap(({ detector, failure, missed, falseAlarms }) => {
      if (failure !== undefined) return [`${detector} failed: ${visibleLine(failure)}`];
      return misses === 0 ? [] : [`${detector} missed: ${list(missed)}`, `${detector} false: ${list(falseAlarms)}`];
    }),
    ...missing.map(({ detector, detail, remedy }) => `${detector} was left out: ${visibleLine(detail)}. ${remedy}`),
  ];
}

function percent({ value, low = 0, high = 1 }: ShareFigure): string {
  if (value === undefined) return '-';
  return `${(100 * value).toFixed(1)} % [${(100 * low).toFixed(0)}-${(100 * high).toFixed(0)}]`;
}

function fraction({ value, low = 0, high = 1 }: ShareFigure): string {
  return value === undefined ? '-' : `${value.toFixed(3)} [${low.toFixed(2)}-${high.toFixed(2)}]`;
}

function counts({ value, hits, of, low = 0, high = 1 }: ShareFigure): string {
  if (value === undefined) return '-';
  return `${hits} of ${of} [${(low * of).toFixed(0)}-${(high * of).toFixed(0)}]`;
}
