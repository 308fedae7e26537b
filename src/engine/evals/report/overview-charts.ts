import type { Chart, Palette } from '../figures/chart.ts';
import { datasetTitle, grouped, type RunForFigures } from '../figures/figure-roles.ts';
import { type HeatCell, heatMap } from '../figures/heat-map.ts';
import { scatter } from '../figures/scatter.ts';

/** Weaknesses that a heat map has rows for. */
const MOST_WEAKNESSES = 25;

/** Cost against security, and weaknesses by strategy, of a run. Empty for a run without results. */
export function overviewCharts(run: RunForFigures, palette: Palette): readonly Chart[] {
  return [...costChart(run, palette), ...heatCharts(run, palette)];
}

function costChart({ conditions, roles }: RunForFigures, palette: Palette): readonly Chart[] {
  const cost = costOf(conditions, roles);
  const points = conditions.flatMap((condition) => {
    const { metrics, strategy, model } = condition;
    const x = metrics[cost.metric]?.['']?.value;
    const security = metrics[roles.security.metric]?.[roles.security.part];
    if (x === undefined || security?.value === undefined) return [];
    const { low, high } = security;
    const interval = low === undefined || high === undefined ? {} : { low, high };
    const series = `${model}, ${datasetTitle(condition)}`;
    return [{ label: strategy, series, x: x / cost.scale, y: security.value, ...interval }];
  });
  if (points.length === 0) return [];
  const series = [...new Set(points.map((point) => point.series))];
  return [
    {
      name: '4-cost',
      title: 'Cost against security',
      caption: `Each point is a strategy; upper left is better. ${cost.why}Vertical lines are 95 % intervals. Shapes: ${series.join('; ')}.`,
      spec: scatter(points, {
        palette,
        title: 'Cost against security',
        subtitle: 'upper left is better',
        xAxis: cost.axis,
        yAxis: 'samples secure at the end',
      }),
    },
  ];
}

interface CostAxis {
  readonly metric: string;
  readonly axis: string;
  /** What a value is divided by. */
  readonly scale: number;
  /** Why it is not money. */
  readonly why: string;
}

/** The first of money, tokens and calls that is known for every condition; calls always are. */
function costOf(
  conditions: RunForFigures['conditions'],
  { costPerFixed, tokensPerSample, callsPerSample }: RunForFigures['roles'],
): CostAxis {
  const isKnown = (metric: string): boolean =>
    conditions.every(({ metrics }) => metrics[metric]?.['']?.value !== undefined);
  if (isKnown(costPerFixed)) {
    return { metric: costPerFixed, axis: 'US dollars per fixed sample', scale: 1_000_000, why: '' };
  }
  const why = 'The price or a fix is missing for some, so ';
  return isKnown(tokensPerSample)
    ? { metric: tokensPerSample, axis: 'tokens per sample', scale: 1, why: `${why}tokens are shown. ` }
    : {
        ...{ metric: callsPerSample, axis: 'calls per sample', scale: 1 },
        why: `${why}tokens would be shown; these were not told for some, so calls are. `,
      };
}

function heatCharts({ conditions, roles }: RunForFigures, palette: Palette): readonly Chart[] {
  return grouped(conditions, ({ dataset, mode, model }) => JSON.stringify([dataset, mode, model]))
    .slice(0, 4)
    .flatMap((group, index): readonly Chart[] => {
      const totals = new Map<string, number>();
      for (const { metrics } of group)
        for (const [part, { value = 0 }] of Object.entries(metrics[roles.byWeakness] ?? {}))
          totals.set(part, (totals.get(part) ?? 0) + value);
      const rows = [...totals]
        .filter(([, total]) => total > 0)
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      const shown = rows.slice(0, MOST_WEAKNESSES);
      const cells = shown.flatMap(([row]) =>
        group.map(({ strategy, metrics }): HeatCell => {
          const value = metrics[roles.byWeakness]?.[row]?.value ?? 0;
          return { row, column: strategy, value, text: String(Math.round(value * 10) / 10) };
        }),
      );
      if (cells.length === 0) return [];
      const cut =
        rows.length > shown.length ? `; the ${String(shown.length)} most frequent of ${String(rows.length)}` : '';
      return [
        {
          name: `5-weaknesses-${String(index + 1)}`,
          title: `Findings left, by weakness and strategy: ${datasetTitle(group[0])}, ${group[0].model}`,
          caption: `Findings of the scorer for security in the last programs; darker is more${cut}.`,
          spec: heatMap(cells, {
            palette,
            title: 'Findings left, by weakness and strategy',
            subtitle: 'in the last programs; darker is more',
          }),
        },
      ];
    });
}
