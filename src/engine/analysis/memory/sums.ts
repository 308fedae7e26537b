import { type Linear, plus, shifted } from './linear.ts';
import type { MemoryState } from './memory-state.ts';

/**
 * `a + b`, also where both have a symbol: then it is the number that the program has computed as their sum before.
 *
 * @returns `undefined` when nobody has.
 */
export function knownSum(state: MemoryState, a: Linear, b: Linear): Linear | undefined {
  const simple = plus(a, b);
  if (simple !== undefined) return simple;
  const known = state.values.get(keyOfSum('+', bare(a), bare(b)));
  return known?.kind === 'number' ? shifted(known.value, a.add + b.add) : undefined;
}

/** The number without the constant that is added to it. */
export function bare({ add: _add, ...rest }: Linear): Linear {
  return { ...rest, add: 0 };
}

/** What two numbers give is the same number when it is computed again. */
export function keyOfSum(operator: string, a: Linear, b: Linear): string {
  const [one, other] = [textOf(a), textOf(b)];
  return operator !== '-' && other < one ? `${other} ${operator} ${one}` : `${one} ${operator} ${other}`;
}

function textOf({ symbol, scale, add }: Linear): string {
  return `${scale} ${symbol ?? ''} ${add}`;
}
