import type { TopLevelSpec } from 'vega-lite';
import type { ChartPanel, ChartPoint, Palette } from './chart.ts';
import { COLOURS, distinctLabels, fromZero, INK, shortLabel, THEME } from './chart-theme.ts';

export interface BarOptions {
  readonly palette: Palette;
  /** Title of the axis with the values, unit included. */
  readonly axis: string;
  /** `share`: 0 to 1, shown in per cent. */
  readonly unit: 'share' | 'count';
  /** Panels in one row at most. */
  readonly columns: number;
}

/** Flat row of the drawing's own data; field names are ours alone. */
interface Row {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly end: number;
  readonly shade: 'main' | 'other';
  readonly text: string;
}

/** Lying bars, one panel beside the other: the name of each bar is its label, so that no legend is needed. */
export function lyingBars(panels: readonly ChartPanel[], options: BarOptions): TopLevelSpec {
  const top = options.unit === 'share' ? 1 : niceTop(panels.flatMap(({ points }) => points));
  return {
    $schema: SCHEMA,
    config: THEME,
    columns: options.columns,
    spacing: { column: 40, row: 28 },
    resolve: { axis: { y: 'independent' }, scale: { y: 'independent' } },
    concat: panels.map((panel) => lyingPanel(panel, options, top)),
  };
}

/** Standing bars: one panel beside the other, each with its own height, since the numbers of samples differ. */
export function standingBars(panels: readonly ChartPanel[], options: BarOptions): TopLevelSpec {
  return {
    $schema: SCHEMA,
    config: THEME,
    columns: options.columns,
    spacing: { column: 48, row: 28 },
    resolve: { scale: { x: 'independent', y: 'independent' } },
    concat: panels.map((panel) => standingPanel(panel, options)),
  };
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';
const BAR = 26;

type Panel = Extract<TopLevelSpec, { concat: unknown }>['concat'][number];

function lyingPanel(panel: ChartPanel, options: BarOptions, top: number): Panel {
  const rows = rowsOf(panel.points, options, top);
  const y = { field: 'label', type: 'nominal', sort: null, title: null, axis: { ticks: false } } as const;
  const scale = fromZero(top);
  const format = options.unit === 'share' ? '.0%' : 'd';
  const x = { type: 'quantitative', scale, title: options.axis } as const;
  return {
    title: heading(panel),
    width: 230,
    height: { step: BAR },
    data: { values: [...rows] },
    layer: [
      {
        mark: { type: 'bar', stroke: INK, strokeWidth: 1, height: { band: 0.7 } },
        encoding: {
          x: { ...x, field: 'value', axis: { format, ...ticks(options) } },
          y,
          color: shades(options.palette),
        },
      },
      ...whiskers('x', x, { y }),
      {
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 11, color: INK },
        encoding: { x: { ...x, field: 'end' }, y, text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}

function standingPanel(panel: ChartPanel, options: BarOptions): Panel {
  const top = options.unit === 'share' ? 1 : niceTop(panel.points);
  const rows = rowsOf(panel.points, options, top);
  const x = {
    field: 'label',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { labelAngle: 0, ticks: false, labelFontSize: 12 },
  } as const;
  const scale = fromZero(top);
  const y = { type: 'quantitative', scale, title: options.axis } as const;
  const format = options.unit === 'share' ? '.0%' : 'd';
  return {
    title: heading(panel),
    width: { step: 110 },
    height: 220,
    data: { values: [...rows] },
    layer: [
      {
        mark: { type: 'bar', stroke: INK, strokeWidth: 1, width: { band: 0.6 } },
        encoding: {
          x,
          y: { ...y, field: 'value', axis: { format, ...ticks(options) } },
          color: shades(options.palette),
        },
      },
      ...whiskers('y', y, { x }),
      {
        mark: { type: 'text', dy: -8, fontSize: 12, color: INK },
        encoding: { x, y: { ...y, field: 'end' }, text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}

function ticks({ unit }: BarOptions): { values: number[] } | { tickCount: number } {
  return unit === 'share' ? { values: [0, 0.25, 0.5, 0.75, 1] } : { tickCount: 5 };
}

/** Title and subtitle of a panel. */
export function heading(panel: Pick<ChartPanel, 'title' | 'subtitle'>): { text: string; subtitle: string[] } {
  return { text: shortLabel(panel.title, 40), subtitle: panel.subtitle.map((line) => shortLabel(line, 48)) };
}

function shades(palette: Palette): {
  field: 'shade';
  type: 'nominal';
  legend: null;
  scale: { domain: string[]; range: string[] };
} {
  const { main, other } = COLOURS[palette];
  return {
    field: 'shade',
    type: 'nominal',
    legend: null,
    scale: { domain: ['main', 'other'], range: [main, other] },
  };
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** The interval as a line with a white rim, so that it shows on a dark bar. */
function whiskers(
  along: 'x' | 'y',
  axis: { readonly scale: { domain: number[]; nice: false } },
  across: Readonly<Record<string, unknown>>,
): readonly Layer[] {
  const { scale } = axis;
  const ends = {
    [along]: { field: 'low', type: 'quantitative', scale },
    [`${along}2`]: { field: 'high' },
    ...across,
  } as const;
  const tick = (field: string, color: string, size: number): Layer => ({
    transform: [{ filter: 'datum.high > datum.low' }],
    mark: {
      type: 'tick',
      orient: along === 'x' ? 'vertical' : 'horizontal',
      size: 8 + size,
      thickness: size,
      color,
    },
    encoding: { [along]: { field, type: 'quantitative', scale }, ...across },
  });
  const rule = (color: string, size: number): Layer => ({
    transform: [{ filter: 'datum.high > datum.low' }],
    mark: { type: 'rule', color, size },
    encoding: ends,
  });
  const cross = (color: string, size: number): readonly Layer[] => [
    rule(color, size),
    tick('low', color, size),
    tick('high', color, size),
  ];
  return [...cross('#ffffff', 4), ...cross(INK, 1.6)];
}

function rowsOf(points: readonly ChartPoint[], { unit }: BarOptions, top: number): readonly Row[] {
  const labels = distinctLabels(points.map(({ label }) => label));
  return points.map(({ label, value, low = value, high = value, isMain }) => ({
    label: labels.get(label) ?? label,
    value,
    low,
    high,
    end: Math.min(top, Math.max(value, high)),
    shade: isMain === true ? 'main' : 'other',
    text: unit === 'share' ? percent(value) : String(Math.round(value * 10) / 10),
  }));
}

/** A share for a label: `67.1 %`, `100 %`. */
export function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)} %`;
}

/** The next round number above everything that is drawn. */
export function niceTop(points: readonly Pick<ChartPoint, 'value' | 'high'>[]): number {
  const highest = points.reduce((most, { value, high }) => Math.max(most, value, high ?? 0), 0);
  if (!(highest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= highest * 1.06) ?? 12;
  return Math.max(1, step * power);
}
