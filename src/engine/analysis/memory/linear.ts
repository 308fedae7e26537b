/**
 * A number as far as it is known: `scale * symbol + add`. Without a symbol it is the constant `add`.
 *
 * Sizes and offsets are in bytes. One symbol is enough for what programs do with sizes: `n * 4`, `length + 1`. Anything more
 * gets a symbol of its own.
 */
export interface Linear {
  readonly symbol?: string;
  readonly scale: number;
  readonly add: number;
  /** Made with a size that the file does not show: comparable with others of the kind only. */
  readonly isNominal?: true;
}

export function constant(add: number): Linear {
  return { scale: 0, add };
}

export const ZERO: Linear = constant(0);

export function symbolic(symbol: string): Linear {
  return { symbol, scale: 1, add: 0 };
}

export function isConstant(linear: Linear): boolean {
  return linear.symbol === undefined;
}

function nominal(a: Linear, b: Linear): { readonly isNominal?: true } {
  return a.isNominal === true || b.isNominal === true ? { isNominal: true } : {};
}

/** What a symbol stands for, as it was called: the variable, the member, the call. */
export function nameOfSymbol(symbol: string): string {
  return symbol.slice(0, symbol.indexOf('#'));
}

/** Written out: sums are made more often than anything else. */
function make(symbol: string | undefined, scale: number, add: number, isNominal: boolean): Linear {
  if (symbol === undefined || scale === 0) return isNominal ? { scale: 0, add, isNominal: true } : { scale: 0, add };
  return isNominal ? { symbol, scale, add, isNominal: true } : { symbol, scale, add };
}

/** `a + b`; `undefined` when it has two symbols. */
export function plus(a: Linear, b: Linear): Linear | undefined {
  return summed(a, b, 1);
}

export function negated({ symbol, scale, add, isNominal }: Linear): Linear {
  return make(symbol, -scale, -add, isNominal === true);
}

/** `a - b`; `undefined` when it has two symbols. */
export function minus(a: Linear, b: Linear): Linear | undefined {
  return summed(a, b, -1);
}

function summed(a: Linear, b: Linear, sign: 1 | -1): Linear | undefined {
  const add = a.add + sign * b.add;
  const isNominal = a.isNominal === true || b.isNominal === true;
  if (a.symbol === undefined) return make(b.symbol, sign * b.scale, add, isNominal);
  if (b.symbol === undefined) return make(a.symbol, a.scale, add, isNominal);
  return a.symbol === b.symbol ? make(a.symbol, a.scale + sign * b.scale, add, isNominal) : undefined;
}

/** `a * b`; `undefined` when both have symbols. */
export function times(a: Linear, b: Linear): Linear | undefined {
  if (a.symbol !== undefined && b.symbol !== undefined) return undefined;
  const [one, factor] = a.symbol === undefined ? [b, a.add] : [a, b.add];
  if (factor === 0) return ZERO;
  return { ...one, scale: one.scale * factor, add: one.add * factor, ...nominal(a, b) };
}

export function shifted({ symbol, scale, add, isNominal }: Linear, by: number): Linear {
  return make(symbol, scale, add + by, isNominal === true);
}
