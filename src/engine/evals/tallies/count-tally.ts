import type { Figure } from '../figure.ts';
import type { BootstrapOptions } from '../statistics/clustered-bootstrap.ts';
import { type NumberColumn, numberColumn } from '../statistics/number-column.ts';
import { byNumber, spread } from './part-tally.ts';
import { ratioFigure } from './ratio-figure.ts';

/** Counts of things by part, where every cell counts for every part: one that nothing was found in counts 0. */
export interface CountTally {
  /** One cell with the parts of all that was found in it; a part may be named several times. */
  readonly add: (cluster: number, repeat: number, parts: readonly string[]) => void;
  /** One cell without a score. */
  readonly skip: (repeat: number) => void;
  /** How many there are over all samples, as a mean over the repeats. */
  readonly figures: (options: BootstrapOptions) => Readonly<Record<string, Figure>>;
}

/** A tally of counts by part. */
export function countTally(): CountTally {
  const parts = new Map<string, NumberColumn>();
  const cells = numberColumn();
  const repeats = new Set<number>();
  let [n, unscored, clusters] = [0, 0, 0];
  return {
    add: (cluster, repeat, names) => {
      cells.add(cluster, 1);
      clusters = Math.max(clusters, cluster + 1);
      n += 1;
      repeats.add(repeat);
      for (const name of names) {
        const part = parts.get(name) ?? numberColumn();
        parts.set(name, part);
        part.add(cluster, 1);
      }
    },
    skip: (repeat) => {
      unscored += 1;
      repeats.add(repeat);
    },
    figures: (options) => {
      const below = spread(cells, clusters);
      const scale = n / Math.max(1, repeats.size);
      const figures = [...parts.keys()].sort(byNumber).map((name): [string, Figure] => {
        const above = spread(parts.get(name) ?? numberColumn(), clusters);
        return [name, ratioFigure({ above, below, n, unscored }, { scale }, options)];
      });
      return Object.fromEntries(figures);
    },
  };
}
