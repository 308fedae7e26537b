import type { DetectorFigures, ShareFigure } from '#engine/evals/labelled/detector-figures.ts';
import type { EvaluatedDetector } from '#engine/evals/labelled/detector-evaluation.ts';
import { roundToThousandths } from '#engine/evals/labelled/round-to-thousandths.ts';
import { jsonText } from '#engine/reports/json-text.ts';
import { VERSION } from '../../../version.ts';
import type { DetectorEvaluation } from './evaluation.ts';

/** As JSON: shares with three digits, and the counts that they are made of. */
export function evaluationJson(evaluation: DetectorEvaluation): string {
  const { detectors, missing, misses, ...head } = evaluation;
  return jsonText({
    kind: 'detector-evaluation',
    version: VERSION,
    ...head,
    detectors: detectors.map((detector) => detectorEntry(detector, misses)),
    missing,
  });
}

function detectorEntry(one: EvaluatedDetector, misses: number): Readonly<Record<string, unknown>> {
  const { detector, version, failure, findings, seconds, languages, missed, falseAlarms } = one;
  return {
    detector,
    version,
    status: failure === undefined ? 'completed' : 'failed',
    ...(failure === undefined ? {} : { failure }),
    findings,
    seconds: roundToThousandths(seconds),
    languages: Object.fromEntries(Object.entries(languages).map(([name, figures]) => [name, figuresEntry(figures)])),
    ...(misses === 0 ? {} : { missed: missed.slice(0, misses), falseAlarms: falseAlarms.slice(0, misses) }),
  };
}

function figuresEntry({ recall, falsePositives, f1, pairs, ...counts }: DetectorFigures): object {
  return {
    ...counts,
    recall: figureEntry(recall),
    falsePositives: figureEntry(falsePositives),
    f1: figureEntry(f1),
    pairs: figureEntry(pairs),
  };
}

function figureEntry({ value, low, high, ...rest }: ShareFigure): object {
  return {
    value: value === undefined ? null : roundToThousandths(value),
    ...(low === undefined || high === undefined
      ? {}
      : { low: roundToThousandths(low), high: roundToThousandths(high) }),
    ...rest,
  };
}
