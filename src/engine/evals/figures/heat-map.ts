import type { TopLevelSpec } from 'vega-lite';
import type { Palette } from './chart.ts';
import { COLOURS, distinctLabels, THEME } from './chart-theme.ts';

/** One cell: how often a weakness is found under a condition. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
  /** What stands in the cell. */
  readonly text: string;
}

export interface HeatOptions {
  readonly palette: Palette;
  readonly title: string;
  readonly subtitle: string;
}

/** Weaknesses by condition; each cell holds its number as well, so that the shade is not needed to read it. */
export function heatMap(cells: readonly HeatCell[], options: HeatOptions): TopLevelSpec {
  const rows = distinctLabels(cells.map(({ row }) => row));
  const columns = distinctLabels(cells.map(({ column }) => column));
  const most = Math.max(1, ...cells.map(({ value }) => value));
  const values = cells.map(({ row, column, value, text }) => ({
    row: rows.get(row) ?? row,
    column: columns.get(column) ?? column,
    value,
    text,
    ink: value > most * 0.55 ? 'light' : 'dark',
  }));
  const x = {
    field: 'column',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { labelAngle: -30, orient: 'top', ticks: false },
  } as const;
  const y = { field: 'row', type: 'nominal', sort: null, title: null, axis: { ticks: false } } as const;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: THEME,
    title: { text: options.title, subtitle: options.subtitle },
    width: { step: 78 },
    height: { step: 24 },
    data: { values },
    layer: [
      {
        mark: { type: 'rect', stroke: '#888888', strokeWidth: 0.5 },
        encoding: {
          x,
          y,
          color: {
            field: 'value',
            type: 'quantitative',
            legend: null,
            scale: { domain: [0, most], range: [...COLOURS[options.palette].ramp] },
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 11 },
        encoding: {
          x,
          y,
          text: { field: 'text', type: 'nominal' },
          color: {
            field: 'ink',
            type: 'nominal',
            legend: null,
            scale: { domain: ['light', 'dark'], range: ['#ffffff', '#111111'] },
          },
        },
      },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}
