import { SecCodeError } from '#core/errors.ts';
import type { DetectorFigures, ShareFigure } from '#engine/evals/labelled/detector-figures.ts';

/** A limit that somebody set for a figure. */
export interface FigureLimit {
  readonly figure: string;
  readonly kind: 'at least' | 'at most';
  readonly share: number;
}

const FIGURES: ReadonlyMap<string, (figures: DetectorFigures) => ShareFigure> = new Map([
  ['recall', ({ recall }: DetectorFigures) => recall],
  ['f1', ({ f1 }: DetectorFigures) => f1],
  ['pairs', ({ pairs }: DetectorFigures) => pairs],
  ['false-positives', ({ falsePositives }: DetectorFigures) => falsePositives],
]);

/**
 * Reads `recall=0.5`.
 *
 * @throws {SecCodeError} `USAGE` for another figure, or a share that is none.
 */
export function figureLimits(texts: readonly string[], kind: FigureLimit['kind']): readonly FigureLimit[] {
  return texts.map((text) => {
    const [, figure = '', share = ''] = /^([a-z0-9-]{1,20})=(0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.exec(text) ?? [];
    if (FIGURES.has(figure)) return { figure, kind, share: Number(share) };
    throw new SecCodeError('USAGE', `'${text}' is no limit for a figure.`, {
      remedy: `Write one of ${[...FIGURES.keys()].join(', ')}, = and a share from 0 to 1, such as recall=0.5.`,
    });
  });
}

/** What misses its limit, in words. A figure that cannot be said misses every limit. */
export function missedLimits(figures: DetectorFigures, limits: readonly FigureLimit[]): readonly string[] {
  return limits.flatMap(({ figure, kind, share }) => {
    const value = FIGURES.get(figure)?.(figures).value;
    const isKept = value !== undefined && (kind === 'at least' ? value >= share : value <= share);
    return isKept ? [] : [`${figure} is ${value?.toFixed(3) ?? 'unknown'} and has to be ${kind} ${share}`];
  });
}
