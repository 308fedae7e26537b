/** Numbers by position, 0 where none was added. */
export interface NumberColumn {
  readonly add: (position: number, amount: number) => void;
  readonly at: (position: number) => number;
}

/**
 * A column for hundreds of thousands of numbers, most of them small and whole: each takes one byte until the first that
 * does not fit, and eight from then on.
 */
export function numberColumn(): NumberColumn {
  let values: Int8Array | Float64Array = new Int8Array(64);
  const widen = (position: number, sum: number): void => {
    const isSmall = values instanceof Int8Array && Number.isInteger(sum) && Math.abs(sum) <= 127;
    const length = position < values.length ? values.length : Math.max(position + 1, Math.ceil(values.length * 1.5));
    const wider = isSmall ? new Int8Array(length) : new Float64Array(length);
    wider.set(values);
    values = wider;
  };
  const at = (position: number): number => values[position] ?? 0;
  return {
    at,
    add: (position, amount) => {
      if (amount === 0) return;
      const sum = at(position) + amount;
      const fits = values instanceof Float64Array || (Number.isInteger(sum) && Math.abs(sum) <= 127);
      if (!fits || position >= values.length) widen(position, sum);
      values[position] = sum;
    },
  };
}
