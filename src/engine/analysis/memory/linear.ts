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

/** `a + b`; `undefined` when it has two symbols. */
export function plus(a: Linear, b: Linear): Linear | undefined {
  const add = a.add + b.add;
  if (a.symbol === undefined && b.symbol === undefined) return { scale: 0, add, ...nominal(a, b) };
  if (a.symbol !== undefined && b.symbol !== undefined) {
    if (a.symbol !== b.symbol) return undefined;
    const scale = a.scale + b.scale;
    return scale === 0 ? { scale, add, ...nominal(a, b) } : { symbol: a.symbol, scale, add, ...nominal(a, b) };
  }
  const one = a.symbol === undefined ? b : a;
  return { ...one, add, ...nominal(a, b) };
}

export function negated(a: Linear): Linear {
  return { ...a, scale: -a.scale, add: -a.add };
}

export function minus(a: Linear, b: Linear): Linear | undefined {
  return plus(a, negated(b));
}

/** `a * b`; `undefined` when both have symbols. */
export function times(a: Linear, b: Linear): Linear | undefined {
  if (a.symbol !== undefined && b.symbol !== undefined) return undefined;
  const [one, factor] = a.symbol === undefined ? [b, a.add] : [a, b.add];
  if (factor === 0) return ZERO;
  return { ...one, scale: one.scale * factor, add: one.add * factor, ...nominal(a, b) };
}

export function shifted(a: Linear, by: number): Linear {
  return { ...a, add: a.add + by };
}
