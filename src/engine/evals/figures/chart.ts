import type { TopLevelSpec } from 'vega-lite';

/** `grey` for print without colour; `colour` is told apart by lightness, strokes, dashes and labels as well. */
export const PALETTES = ['colour', 'grey'] as const;
export type Palette = (typeof PALETTES)[number];

/** A drawing as data: a specification for Vega-Lite, which turns it into a picture elsewhere. */
export interface Chart {
  /** Name of its file, without the ending. */
  readonly name: string;
  readonly title: string;
  /** What the reader has to know: units, intervals, sources. Plain text. */
  readonly caption: string;
  readonly spec: TopLevelSpec;
}

/** One bar or point. */
export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  /** Ends of the 95 % interval; absent for values that were published without one. */
  readonly low?: number;
  readonly high?: number;
  /** Drawn darkest: what the figure is about. */
  readonly isMain?: boolean;
}

/** One of several drawings side by side. */
export interface ChartPanel {
  readonly title: string;
  /** Where the values are from, and n; one line each. */
  readonly subtitle: readonly string[];
  readonly points: readonly ChartPoint[];
}
