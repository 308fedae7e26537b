import type { Figure } from '../figure.ts';
import type { BootstrapOptions } from '../statistics/clustered-bootstrap.ts';
import { type NumberColumn, numberColumn } from '../statistics/number-column.ts';
import { type RatioForm, ratioFigure } from './ratio-figure.ts';

/** Sums by part and cluster. */
export interface PartTally {
  /** Counts one cell or round towards a part. */
  readonly add: (part: string, cluster: number, above: number, below: number) => void;
  /** Counts one that has no score. */
  readonly skip: (part: string) => void;
  /** By part, in the order of the numbers in their names, then of the names. */
  readonly figures: (form: RatioForm, options: BootstrapOptions) => Readonly<Record<string, Figure>>;
}

interface Part {
  readonly above: NumberColumn;
  readonly below: NumberColumn;
  n: number;
  unscored: number;
}

/** A tally whose parts have nothing to do with one another. */
export function partTally(): PartTally {
  const parts = new Map<string, Part>();
  let clusters = 0;
  const partOf = (name: string): Part => {
    const part = parts.get(name) ?? { above: numberColumn(), below: numberColumn(), n: 0, unscored: 0 };
    parts.set(name, part);
    return part;
  };
  return {
    add: (name, cluster, above, below) => {
      const part = partOf(name);
      part.above.add(cluster, above);
      part.below.add(cluster, below);
      part.n += 1;
      clusters = Math.max(clusters, cluster + 1);
    },
    skip: (name) => {
      partOf(name).unscored += 1;
    },
    figures: (form, options) =>
      Object.fromEntries(
        [...parts.keys()].sort(byNumber).map((name) => {
          const { above, below, n, unscored } = partOf(name);
          const sums = { above: spread(above, clusters), below: spread(below, clusters), n, unscored };
          return [name, ratioFigure(sums, form, options)];
        }),
      ),
  };
}

/** A column as an array. */
export function spread(column: NumberColumn, length: number): Float64Array {
  return Float64Array.from({ length }, (_, position) => column.at(position));
}

/** `2` before `10`, `CWE-22` before `CWE-89`. */
export function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
