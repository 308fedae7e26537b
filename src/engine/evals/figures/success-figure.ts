import { lyingBars } from './bars.ts';
import type { Chart, ChartPanel } from './chart.ts';
import { type FigureInput, MAX_PANELS, ourCaption } from './encouragement-figure.ts';
import { afterLastRound, datasetTitle, ends, grouped, type RunForFigures } from './figure-roles.ts';

/** Fix success rate (FSR) by model: the published bars beside those of the run. */
export function successFigure({ published, run, palette }: FigureInput): Chart {
  const ours = run === undefined ? [] : runPanels(run);
  const theirs: readonly ChartPanel[] = published.rates.map(({ model, methods }) => ({
    title: model,
    subtitle: [`${published.title}; no interval`],
    points: methods.map(({ label, value }, index) => ({ label, value, isMain: index === methods.length - 1 })),
  }));
  return {
    name: '3-fix-success',
    title: 'Fix success rate against baselines, by model',
    caption: [
      'Fix success rate (FSR): 1 − vulnerable samples at the end ÷ vulnerable samples at the start.',
      `Published: ${published.source}; these have no interval.`,
      ...(run === undefined
        ? []
        : [ourCaption(ours.length, 'samples that are vulnerable at the start, and rounds of fixing')]),
      ...(run === undefined ? [] : ['Strategies of the run without a round, or with nothing to fix, have no bar.']),
    ].join(' '),
    spec: lyingBars([...theirs, ...ours.slice(0, MAX_PANELS)], {
      palette,
      axis: 'fix success rate',
      unit: 'share',
      columns: 2,
    }),
  };
}

function runPanels(run: RunForFigures): readonly ChartPanel[] {
  return grouped(run.conditions, ({ dataset, mode, model }) => JSON.stringify([dataset, mode, model])).flatMap(
    (group) => {
      const bars = group.flatMap((condition) => {
        const last = afterLastRound(condition, run.roles.fixSuccessByIteration);
        if (last === undefined) return [];
        const { strategy } = condition;
        const isMain = strategy === run.roles.withEp;
        return [
          { n: last.figure.n, point: { label: strategy, value: last.figure.value, isMain, ...ends(last.figure) } },
        ];
      });
      // The main one last, where the published figure has it; else as they were planned.
      const sorted = [...bars.filter(({ point }) => !point.isMain), ...bars.filter(({ point }) => point.isMain)];
      const numbers = bars.map(({ n }) => n);
      const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
      return bars.length === 0
        ? []
        : [
            {
              title: group[0].model,
              subtitle: [
                `${run.title}: ${datasetTitle(group[0])}; n = ${least === most ? String(least) : `${String(least)} to ${String(most)}`}`,
              ],
              points: sorted.map(({ point }) => point),
            },
          ];
    },
  );
}
