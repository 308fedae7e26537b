import type { Config } from 'vega-lite';
import { visibleLine } from '../../reports/visible.ts';
import type { Palette } from './chart.ts';

/** Colours of one palette, lightness a clear step apart. */
export interface Colours {
  readonly main: string;
  readonly other: string;
  /** Ground of a heat map, from none to all. */
  readonly ramp: readonly [string, string];
  /** Lines: told apart by dash and shape as well. */
  readonly lines: readonly string[];
}

export const COLOURS: Readonly<Record<Palette, Colours>> = {
  colour: {
    main: '#1b3a6b',
    other: '#f0b878',
    ramp: ['#ffffff', '#8c2d04'],
    lines: ['#1b3a6b', '#c2560a', '#2a7f6f', '#7a3b8f', '#555555', '#a50f3c'],
  },
  grey: {
    main: '#2b2b2b',
    other: '#cfcfcf',
    ramp: ['#ffffff', '#3a3a3a'],
    lines: ['#111111', '#6b6b6b', '#3d3d3d', '#8a8a8a', '#555555', '#000000'],
  },
};

export const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 2], [9, 3, 2, 3], [4, 1], [1, 3]];
export const SHAPES: readonly string[] = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];

export const FONT = 'DejaVu Sans, Verdana, Arial, sans-serif';
export const INK = '#111111';

/** What all drawings have in common. */
export const THEME: Config = {
  background: '#ffffff',
  font: FONT,
  view: { stroke: null },
  axis: {
    labelColor: INK,
    titleColor: INK,
    domainColor: INK,
    tickColor: INK,
    gridColor: '#dddddd',
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 260,
    labelFlush: false,
  },
  title: {
    color: INK,
    fontSize: 13,
    subtitleColor: '#333333',
    subtitleFontSize: 11,
    anchor: 'start',
    frame: 'group',
    offset: 12,
  },
};

const LONGEST = 34;

/** A name as it fits into a drawing; names come from data and may be anything. */
export function shortLabel(text: string, longest: number = LONGEST): string {
  const shown = visibleLine(text.slice(0, 4 * longest));
  const letters = [...shown];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : shown;
}

/** Names that stay different after they were cut. */
export function distinctLabels(names: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (labels.has(name)) continue;
    const short = shortLabel(name);
    let label = short;
    for (let number = 2; taken.has(label); number += 1) label = `${shortLabel(name, LONGEST - 6)} (${String(number)})`;
    taken.add(label);
    labels.set(name, label);
  }
  return labels;
}

/** An axis from 0 to `top`, to the letter. */
export function fromZero(top: number): { domain: number[]; nice: false } {
  return { domain: [0, top], nice: false };
}
