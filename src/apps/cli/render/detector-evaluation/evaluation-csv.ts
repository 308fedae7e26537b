import type { ShareFigure } from '#engine/evals/labelled/detector-figures.ts';
import { roundToThousandths } from '#engine/evals/labelled/round-to-thousandths.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import type { DetectorEvaluation } from './evaluation.ts';

const FIGURES = ['recall', 'falsePositives', 'f1', 'pairs'] as const;
const HEADER = [
  'set',
  'detector',
  'version',
  'status',
  'failure',
  'language',
  'vulnerable',
  'secure',
  'unscoredVulnerable',
  'unscoredSecure',
  ...FIGURES.flatMap((name) => [name, `${name}Hits`, `${name}Of`, `${name}Low`, `${name}High`, `${name}Interval`]),
  'findings',
  'seconds',
];

/** As CSV (RFC 4180), one row per detector and language; a detector that failed has one row without figures. */
export function evaluationCsv({ set, detectors }: DetectorEvaluation): string {
  const rows = detectors.flatMap(({ detector, version, failure, findings, seconds, languages }) => {
    const head = [set, detector, version, failure === undefined ? 'completed' : 'failed', failure ?? ''];
    const tail = [findings, roundToThousandths(seconds)];
    if (failure !== undefined) {
      return [[...head, ...Array.from({ length: HEADER.length - head.length - tail.length }, () => ''), ...tail]];
    }
    return Object.entries(languages).map(([language, figures]) => [
      ...head,
      language,
      figures.vulnerable,
      figures.secure,
      figures.unscored.vulnerable,
      figures.unscored.secure,
      ...FIGURES.flatMap((name) => cells(figures[name])),
      ...tail,
    ]);
  });
  return [HEADER, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function cells({ value, hits, of, low, high, interval }: ShareFigure): readonly (string | number)[] {
  const rounded = (share: number | undefined): string | number =>
    share === undefined ? '' : roundToThousandths(share);
  return [rounded(value), hits, of, rounded(low), rounded(high), interval ?? ''];
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const line = visibleLine(value);
  // A spreadsheet would work it out.
  const plain = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
