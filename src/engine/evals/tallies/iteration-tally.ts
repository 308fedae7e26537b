import type { Figure } from '../figure.ts';
import type { BootstrapOptions } from '../statistics/clustered-bootstrap.ts';
import { type NumberColumn, numberColumn } from '../statistics/number-column.ts';
import { type RatioForm, ratioFigure } from './ratio-figure.ts';

/** What one cell adds at the end of one iteration. */
export interface CellShare {
  readonly above: number;
  readonly below: number;
}

/** Sums by iteration and cluster, where each cell counts in every iteration, those that it never reached among them. */
export interface IterationTally {
  /** `shareAt` is asked for 0 to `last` and gives `undefined` for unscored; later iterations are as `last`. */
  readonly add: (cluster: number, last: number, shareAt: (iteration: number) => CellShare | undefined) => void;
  /** By iteration from 0 to the last that any cell reached. `scaleOf` gets the sum of `below`. */
  readonly figures: (form: IterationForm, options: BootstrapOptions) => Readonly<Record<string, Figure>>;
}

/** As `RatioForm`; the scale may depend on how many counted. */
export interface IterationForm extends Omit<RatioForm, 'scale'> {
  readonly scaleOf?: (below: number) => number;
}

/** What changes from the iteration before: how far the run goes is known at its end alone. */
interface Step {
  readonly above: NumberColumn;
  readonly below: NumberColumn;
  n: number;
  unscored: number;
}

/** A tally by iteration. */
export function iterationTally(): IterationTally {
  const steps: Step[] = [];
  let clusters = 0;
  const stepOf = (iteration: number): Step => {
    while (steps.length <= iteration) {
      steps.push({ above: numberColumn(), below: numberColumn(), n: 0, unscored: 0 });
    }
    return steps[iteration] ?? { above: numberColumn(), below: numberColumn(), n: 0, unscored: 0 };
  };
  return {
    add: (cluster, last, shareAt) => {
      clusters = Math.max(clusters, cluster + 1);
      let before: CellShare | undefined;
      for (let iteration = 0; iteration <= Math.max(0, last); iteration += 1) {
        const now = shareAt(iteration);
        const step = stepOf(iteration);
        step.above.add(cluster, (now?.above ?? 0) - (before?.above ?? 0));
        step.below.add(cluster, (now?.below ?? 0) - (before?.below ?? 0));
        if (iteration === 0) {
          step.n += now === undefined ? 0 : 1;
          step.unscored += now === undefined ? 1 : 0;
        } else if ((now === undefined) !== (before === undefined)) {
          step.n += now === undefined ? -1 : 1;
          step.unscored += now === undefined ? 1 : -1;
        }
        before = now;
      }
    },
    figures: ({ scaleOf, ...form }, options) => {
      const above = new Float64Array(clusters);
      const below = new Float64Array(clusters);
      let n = 0;
      let unscored = 0;
      const figures = steps.map((step, iteration): [string, Figure] => {
        for (let cluster = 0; cluster < clusters; cluster += 1) {
          above[cluster] = (above[cluster] ?? 0) + step.above.at(cluster);
          below[cluster] = (below[cluster] ?? 0) + step.below.at(cluster);
        }
        n += step.n;
        unscored += step.unscored;
        const scale = scaleOf?.(below.reduce((sum, part) => sum + part, 0)) ?? 1;
        return [String(iteration), ratioFigure({ above, below, n, unscored }, { ...form, scale }, options)];
      });
      return Object.fromEntries(figures);
    },
  };
}
