import type { TopLevelSpec } from 'vega-lite';
import { COLOURS, DASHES, distinctLabels, fromZero, INK, SHAPES, THEME } from './chart-theme.ts';
import type { Palette } from './chart.ts';
import { niceTop } from './bars.ts';

/** A condition as a point: what it takes against what it brings. */
export interface ScatterPoint {
  readonly label: string;
  /** Points of one series have the same shape and shade. */
  readonly series: string;
  readonly x: number;
  /** Share, 0 to 1. */
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

export interface ScatterOptions {
  readonly palette: Palette;
  readonly title: string;
  readonly subtitle: string;
  readonly xAxis: string;
  readonly yAxis: string;
}

/** Each point is named beside it; shape and shade tell the series apart. */
export function scatter(points: readonly ScatterPoint[], options: ScatterOptions): TopLevelSpec {
  const names = distinctLabels(points.map(({ label }) => label));
  const series = [...distinctLabels(points.map((point) => point.series)).values()];
  const seriesOf = distinctLabels(points.map((point) => point.series));
  const top = niceTop(points.map(({ x }) => ({ value: x })));
  const rows = points.map(({ label, series: one, x, y, low = y, high = y }) => ({
    name: names.get(label) ?? label,
    series: seriesOf.get(one) ?? one,
    x,
    y,
    low,
    high,
    side: x > top * 0.6 ? 'left' : 'right',
  }));
  const at = <Value>(values: readonly Value[]): Value[] =>
    series.flatMap((_, index) => values.slice(index % values.length, (index % values.length) + 1));
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: fromZero(top),
    title: options.xAxis,
  } as const;
  const y = { type: 'quantitative', scale: fromZero(1), title: options.yAxis } as const;
  const color = {
    field: 'series',
    type: 'nominal',
    legend: null,
    scale: { domain: series, range: at(COLOURS[options.palette].lines) },
  } as const;
  const shape = {
    field: 'series',
    type: 'nominal',
    legend: null,
    scale: { domain: series, range: at(SHAPES) },
  } as const;
  const strokeDash = {
    field: 'series',
    type: 'nominal',
    legend: null,
    scale: { domain: series, range: at(DASHES.map((dash) => [...dash])) },
  } as const;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: THEME,
    title: { text: options.title, subtitle: options.subtitle },
    width: 460,
    height: 300,
    data: { values: rows },
    layer: [
      {
        transform: [{ filter: 'datum.high > datum.low' }],
        mark: { type: 'rule', size: 1.2 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color, strokeDash },
      },
      {
        mark: { type: 'point', filled: true, size: 110, opacity: 1, stroke: INK, strokeWidth: 0.8 },
        encoding: { x, y: { ...y, field: 'y', axis: { format: '.0%', tickCount: 5 } }, color, shape },
      },
      ...(['left', 'right'] as const).map(
        (side): Layer => ({
          transform: [{ filter: `datum.side === '${side}'` }],
          mark: {
            type: 'text',
            align: side === 'left' ? 'right' : 'left',
            dx: side === 'left' ? -10 : 10,
            dy: -8,
            fontSize: 11,
            color: INK,
          },
          encoding: { x, y: { ...y, field: 'y' }, text: { field: 'name', type: 'nominal' } },
        }),
      ),
    ],
  };
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];
