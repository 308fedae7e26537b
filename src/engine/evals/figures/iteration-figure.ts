import type { Chart } from './chart.ts';
import { type FigureInput, MAX_PANELS, ourCaption } from './encouragement-figure.ts';
import { datasetTitle, ends, grouped, type RunForFigures, samplesByIteration } from './figure-roles.ts';
import { linePanels, type LinePanel } from './lines.ts';

/** The published iterations: a run that has them is drawn at the same ones. */
const PUBLISHED_STEPS: readonly number[] = [0, 1, 2, 5, 10];

/** Vulnerable samples by iteration, one line per dataset: the published lines beside those of the run. */
export function iterationFigure({ published, run, palette }: FigureInput): Chart {
  const ours = run === undefined ? [] : runPanels(run);
  const panels: readonly LinePanel[] = [
    {
      title: `SecCode, ${published.title}`,
      subtitle: ['no interval published'],
      lines: published.byIteration.map(({ dataset, points }) => ({
        label: dataset,
        points: points.map(({ iteration, vulnerable }) => ({ x: iteration, value: vulnerable })),
      })),
    },
    ...ours.slice(0, MAX_PANELS),
  ];
  return {
    name: '2-iterations',
    title: 'Vulnerable samples by iteration',
    caption: [
      `Published: ${published.source}; these have no interval.`,
      'I0 is the first program, or the code that came with the sample; iterations stand evenly spaced.',
      ...(run === undefined
        ? []
        : [
            ourCaption(ours.length, 'the strategy with encouragement'),
            'n falls where samples become unscored: then they are in no count.',
          ]),
    ].join(' '),
    spec: linePanels(panels, {
      palette,
      xAxis: 'iteration',
      yAxis: 'vulnerable samples',
      xPrefix: 'I',
      columns: 2,
    }),
  };
}

function runPanels(run: RunForFigures): readonly LinePanel[] {
  const wanted = run.conditions.filter(({ strategy }) => strategy === run.roles.withEp);
  return grouped(wanted, ({ model }) => model).flatMap((group) => {
    const lines = group.flatMap((condition) => {
      const all = samplesByIteration(run, condition);
      const published = all.filter(({ iteration }) => PUBLISHED_STEPS.includes(iteration));
      // A run that stopped between two of the published iterations still shows where it ended.
      const points = all.filter((point) => published.includes(point) || point === all.at(-1));
      const counts = points.map(({ figure }) => figure.n);
      const [least, most] = [Math.min(...counts), Math.max(...counts)];
      const n = least === most ? String(most) : `${String(least)} to ${String(most)}`;
      return points.length === 0
        ? []
        : [
            {
              label: `${datasetTitle(condition)} (n = ${n})`,
              points: points.map(({ iteration, figure }) => ({ x: iteration, value: figure.value, ...ends(figure) })),
            },
          ];
    });
    return lines.length === 0
      ? []
      : [{ title: `${group[0].strategy}, ${run.title}`, subtitle: [group[0].model], lines }];
  });
}
