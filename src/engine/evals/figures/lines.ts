import type { TopLevelSpec } from 'vega-lite';
import { heading, niceTop } from './bars.ts';
import type { Palette } from './chart.ts';
import { COLOURS, DASHES, distinctLabels, fromZero, INK, SHAPES, THEME } from './chart-theme.ts';

export interface LinePoint {
  readonly x: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Line {
  readonly label: string;
  readonly points: readonly LinePoint[];
}

export interface LinePanel {
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly lines: readonly Line[];
}

export interface LineOptions {
  readonly palette: Palette;
  readonly xAxis: string;
  readonly yAxis: string;
  /** Put before each number of the axis: `I` makes `I0`. */
  readonly xPrefix: 'I';
  readonly columns: number;
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';
const HEIGHT = 240;
/** Names at the ends of lines keep this share of the height apart. */
const LABEL_GAP = 15 / HEIGHT;

type Panel = Extract<TopLevelSpec, { concat: unknown }>['concat'][number];

/** Lines with points, each named at its end and told apart by dash and shape, so that no legend is needed. */
export function linePanels(panels: readonly LinePanel[], options: LineOptions): TopLevelSpec {
  return {
    $schema: SCHEMA,
    config: THEME,
    columns: options.columns,
    spacing: { column: 56, row: 32 },
    resolve: {
      scale: {
        x: 'independent',
        y: 'independent',
        color: 'independent',
        shape: 'independent',
        strokeDash: 'independent',
      },
    },
    concat: panels.map((panel) => linePanel(panel, options)),
  };
}

function linePanel(panel: LinePanel, options: LineOptions): Panel {
  const names = distinctLabels(panel.lines.map(({ label }) => label));
  const labels = panel.lines.map(({ label }) => names.get(label) ?? label);
  const points = panel.lines.flatMap(({ points: all }) => all);
  const top = niceTop(points);
  const steps = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const right = Math.max(1, steps.length - 1) + 0.4;
  const xScale = { ...fromZero(0), domain: [-0.5, right] };
  const yScale = fromZero(top);
  const x = { field: 'x', type: 'quantitative', scale: xScale, title: options.xAxis } as const;
  const y = { type: 'quantitative', scale: yScale, title: options.yAxis } as const;
  const domain = [...labels];
  const at = <Value>(values: readonly Value[]): Value[] =>
    domain.flatMap((_, index) => values.slice(index % values.length, (index % values.length) + 1));
  const color = {
    field: 'name',
    type: 'nominal',
    legend: null,
    scale: { domain, range: at(COLOURS[options.palette].lines) },
  } as const;
  const strokeDash = {
    field: 'name',
    type: 'nominal',
    legend: null,
    scale: { domain, range: at(DASHES.map((dash) => [...dash])) },
  } as const;
  const shape = { field: 'name', type: 'nominal', legend: null, scale: { domain, range: at(SHAPES) } } as const;
  // Beside each other, so that intervals of two lines do not cover one another.
  const placeOf = (step: number, line: number): number =>
    steps.indexOf(step) + (line - (panel.lines.length - 1) / 2) * Math.min(0.12, 0.4 / panel.lines.length);
  // Numbers and a fixed letter alone: no text of the data becomes an expression.
  const labelExpr = `${JSON.stringify(steps.map((step) => `${options.xPrefix}${String(step)}`))}[round(datum.value)]`;
  const rows = panel.lines.flatMap((line, index) =>
    rowsOf(line, labels[index] ?? '', panel.lines, (x) => placeOf(x, index)),
  );
  return {
    title: heading(panel),
    width: 330,
    height: HEIGHT,
    layer: [
      {
        data: { values: rows },
        mark: { type: 'rule', size: 1.2 },
        transform: [{ filter: 'datum.high > datum.low' }],
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
      },
      {
        data: { values: rows },
        mark: { type: 'line', strokeWidth: 2.2 },
        encoding: {
          x: { ...x, axis: { values: steps.map((_, index) => index), labelExpr, grid: false, offset: 14 } },
          y: { ...y, field: 'value', axis: { tickCount: 6, format: 'd' } },
          color,
          strokeDash,
        },
      },
      {
        data: { values: rows },
        mark: { type: 'point', filled: true, size: 70, opacity: 1, stroke: '#ffffff', strokeWidth: 1 },
        encoding: { x, y: { ...y, field: 'value' }, color, shape },
      },
      ...([true, false] as const).flatMap((isAbove) =>
        // White below, so that a number can be read where it meets a line.
        (['#ffffff', INK] as const).map(
          (color): Layer => ({
            data: { values: rows.filter((row) => row.isLabelled && row.isAbove === isAbove) },
            mark: {
              type: 'text',
              // Lines fall as a rule: above right and below left of a point there is room.
              align: isAbove ? 'left' : 'right',
              dx: isAbove ? 7 : -7,
              dy: isAbove ? -9 : 8,
              fontSize: 11,
              color,
              ...(color === INK ? {} : { stroke: color, strokeWidth: 3 }),
            },
            encoding: { x, y: { ...y, field: 'value' }, text: { field: 'text', type: 'nominal' } },
          }),
        ),
      ),
      {
        data: { values: [...endLabels(panel.lines, labels, top).map((end) => ({ ...end, x: right }))] },
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 12, fontWeight: 'bold' },
        encoding: { x, y: { ...y, field: 'y' }, text: { field: 'name', type: 'nominal' }, color },
      },
    ],
  };
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

interface Row {
  readonly name: string;
  readonly x: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  /** Only the highest and the lowest line have room for numbers. */
  readonly isLabelled: boolean;
  readonly isAbove: boolean;
}

function rowsOf(line: Line, name: string, lines: readonly Line[], placeOf: (step: number) => number): Row[] {
  return line.points.map(({ x: step, value, low = value, high = value }) => {
    const rivals = lines
      .filter((other) => other !== line)
      .flatMap(({ points }) => points.filter((point) => point.x === step));
    const first = lines.findIndex(({ points }) => points.some((point) => point.x === step && point.value === value));
    const isAbove = rivals.every((rival) => rival.value < value || (rival.value === value && lines[first] === line));
    const isBelow = rivals.every((rival) => rival.value > value);
    const text = String(Math.round(value * 10) / 10);
    return { name, x: placeOf(step), value, low, high, text, isAbove, isLabelled: isAbove || isBelow };
  });
}

/** Names at the ends of the lines, pushed apart where lines end close to each other. */
function endLabels(
  lines: readonly Line[],
  labels: readonly string[],
  top: number,
): readonly { readonly name: string; readonly y: number }[] {
  const ends = lines
    .flatMap(({ points }, index) => points.slice(-1).map(({ value }) => ({ name: labels[index] ?? '', y: value })))
    .sort((a, b) => a.y - b.y || (a.name < b.name ? -1 : 1));
  let floor = Number.NEGATIVE_INFINITY;
  return ends.map((end) => {
    const y = Math.max(end.y, floor);
    floor = y + LABEL_GAP * top;
    return { ...end, y };
  });
}
