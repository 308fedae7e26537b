import { plural } from '../../reports/amounts.ts';
import type { PublishedFigures } from '../published/seccode-2024.ts';
import { standingBars } from './bars.ts';
import type { Chart, ChartPanel, Palette } from './chart.ts';
import { datasetTitle, ends, grouped, type RunForFigures, samplesByIteration } from './figure-roles.ts';

/** What a figure is drawn from; `run` may be absent, the published values never are. */
export interface FigureInput {
  readonly published: PublishedFigures;
  readonly run?: RunForFigures;
  readonly palette: Palette;
}

/** Most panels of a run; the rest is in the tables. */
export const MAX_PANELS = 6;

/** Vulnerable samples without and with encouragement: the published bars beside those of the run. */
export function encouragementFigure({ published, run, palette }: FigureInput): Chart {
  const { dataset, iterations, withoutEp, withEp } = published.encouragement;
  const ours = run === undefined ? [] : runPanels(run);
  const panels: readonly ChartPanel[] = [
    {
      title: `${dataset}, ${published.title}`,
      subtitle: [`after ${String(iterations)} iterations`, 'no interval published'],
      points: [
        { label: 'without EP', value: withoutEp },
        { label: 'with EP', value: withEp, isMain: true },
      ],
    },
    ...ours.slice(0, MAX_PANELS),
  ];
  return {
    name: '1-encouragement',
    title: 'Vulnerable samples without and with encouragement prompting (EP)',
    caption: [
      `Published: ${published.source}; these have no interval.`,
      ...(run === undefined ? [] : [ourCaption(ours.length, 'both a strategy with encouragement and one without')]),
      ...published.notes,
      'Heights of different panels are not to be compared: the numbers of samples differ.',
    ].join(' '),
    spec: standingBars(panels, { palette, axis: 'vulnerable samples', unit: 'count', columns: 3 }),
  };
}

/** What the caption says of the run's panels. */
export function ourCaption(panels: number, needed: string): string {
  if (panels === 0) return `The run has no panel: that takes ${needed}.`;
  const cut = panels > MAX_PANELS ? ` The first ${String(MAX_PANELS)} of ${String(panels)} panels are drawn.` : '';
  return `The lines across the bars and points of the run are 95 % intervals.${cut}`;
}

function runPanels(run: RunForFigures): readonly ChartPanel[] {
  const { withEp, withoutEp } = run.roles;
  const wanted = run.conditions.filter(({ strategy }) => strategy === withEp || strategy === withoutEp);
  return grouped(wanted, ({ dataset, mode, model }) => JSON.stringify([dataset, mode, model])).flatMap((group) => {
    const points = [withoutEp, withEp].flatMap((strategy) => {
      const condition = group.find((one) => one.strategy === strategy);
      const last = condition === undefined ? undefined : samplesByIteration(run, condition).at(-1);
      if (last === undefined) return [];
      const isMain = strategy === withEp;
      const { figure } = last;
      return [
        { last, point: { label: isMain ? 'with EP' : 'without EP', value: figure.value, isMain, ...ends(figure) } },
      ];
    });
    if (points.length < 2) return [];
    // Who ended earlier is carried forward.
    const rounds = plural(Math.max(...points.map(({ last }) => last.iteration)), 'iteration');
    const n = Math.min(...points.map(({ last }) => last.figure.n));
    return [
      {
        title: `${datasetTitle(group[0])}, ${run.title}`,
        subtitle: [group[0].model, `after ${rounds}; n = ${String(n)}`],
        points: points.map(({ point }) => point),
      },
    ];
  });
}
