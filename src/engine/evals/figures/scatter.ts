import type { TopLevelSpec } from 'vega-lite';
import { COLOURS, DASHES, distinctLabels, fromZero, INK, SHAPES, THEME } from './chart-theme.ts';
import type { Palette } from './chart.ts';
import { niceTop } from './bars.ts';
import { labelPlaces } from './label-places.ts';

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

/** Size of the drawing without its axes, in pixels. */
const WIDTH = 460;
const HEIGHT = 300;

/** Each point is named beside it; shape and shade tell the series apart. */
export function scatter(points: readonly ScatterPoint[], options: ScatterOptions): TopLevelSpec {
  const names = distinctLabels(points.map(({ label }) => label));
  const series = [...distinctLabels(points.map((point) => point.series)).values()];
  const seriesOf = distinctLabels(points.map((point) => point.series));
  const top = niceTop(points.map(({ x }) => ({ value: x })));
  const places = labelPlaces(
    points.map(({ label, x, y }) => ({ x: (x / top) * WIDTH, y: (1 - y) * HEIGHT, text: names.get(label) ?? label })),
    { width: WIDTH, height: HEIGHT },
  );
  const rows = points.map(({ label, series: one, x, y, low = y, high = y }, index) => {
    const place = places[index] ?? { x: 0, y: 0, isAway: false, nearX: 0 };
    return {
      name: names.get(label) ?? label,
      series: seriesOf.get(one) ?? one,
      x,
      y,
      low,
      high,
      labelX: (place.x / WIDTH) * top,
      labelY: 1 - place.y / HEIGHT,
      isAway: place.isAway,
      nearX: (place.nearX / WIDTH) * top,
    };
  });
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
    width: WIDTH,
    height: HEIGHT,
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
      {
        transform: [{ filter: 'datum.isAway' }],
        mark: { type: 'rule', size: 0.6, color: INK, opacity: 0.5 },
        encoding: {
          x,
          x2: { field: 'nearX' },
          y: { ...y, field: 'y' },
          y2: { field: 'labelY' },
        },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 1, fontSize: 11, color: INK, clip: false },
        encoding: {
          x: { ...x, field: 'labelX' },
          y: { ...y, field: 'labelY' },
          text: { field: 'name', type: 'nominal' },
        },
      },
    ],
  };
}
