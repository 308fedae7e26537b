import type { Chart } from './chart.ts';
import { encouragementFigure, type FigureInput } from './encouragement-figure.ts';
import { iterationFigure } from './iteration-figure.ts';
import { successFigure } from './success-figure.ts';

/** The three figures of the publication, redrawn from its numbers, with those of a run beside them. */
export function paperFigures(input: FigureInput): readonly Chart[] {
  return [encouragementFigure(input), iterationFigure(input), successFigure(input)];
}
