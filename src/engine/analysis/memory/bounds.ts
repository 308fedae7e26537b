import { isConstant, type Linear, minus } from './linear.ts';
import type { MemoryState } from './memory-state.ts';

/** Symbols that limit symbols that limit symbols. */
const DEEPEST = 5;

/** The number with its symbol replaced by the limit of it on the side that makes the number larger or smaller. */
function substituted(state: MemoryState, linear: Linear, side: 'low' | 'high'): Linear | undefined {
  const { symbol, scale, add } = linear;
  if (symbol === undefined) return linear;
  const limit = limitOf(state, symbol, scale, side);
  if (limit === undefined) return undefined;
  return {
    ...limit,
    scale: limit.scale * scale,
    add: limit.add * scale + add,
    ...(linear.isNominal === true && { isNominal: true }),
  };
}

/** The least number that it can be, as a constant; minus infinity when nothing tells. */
export function lowest(state: MemoryState, linear: Linear): number {
  return extreme(state, linear, 'low') ?? Number.NEGATIVE_INFINITY;
}

/** The largest number that it can be, as a constant; infinity when nothing tells. */
export function highest(state: MemoryState, linear: Linear): number {
  return extreme(state, linear, 'high') ?? Number.POSITIVE_INFINITY;
}

/** Whether what limits a number on one side comes back to a symbol. */
export function restsOn(state: MemoryState, linear: Linear, symbol: string, side: 'low' | 'high'): boolean {
  let [at, scale] = [linear.symbol, linear.scale];
  for (let depth = 0; at !== undefined && depth < DEEPEST; depth += 1) {
    if (at === symbol) return true;
    const limit: Linear | undefined = limitOf(state, at, scale, side);
    if (limit === undefined) return false;
    [at, scale] = [limit.symbol, limit.scale * scale];
  }
  return false;
}

/** Written out, without a number for each step: nothing is asked for more often. */
function extreme(state: MemoryState, linear: Linear, side: 'low' | 'high'): number | undefined {
  let { symbol, scale, add } = linear;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (symbol === undefined) return add;
    const limit: Linear | undefined = limitOf(state, symbol, scale, side);
    if (limit === undefined) return undefined;
    add += limit.add * scale;
    scale *= limit.scale;
    symbol = limit.symbol;
  }
  return undefined;
}

/** What limits a symbol on the side that makes so many of it larger or smaller. */
function limitOf(state: MemoryState, symbol: string, scale: number, side: 'low' | 'high'): Linear | undefined {
  const facts = state.symbols.get(symbol);
  return scale > 0 === (side === 'high') ? facts?.high : facts?.low;
}

/** Whether `a > b` whatever the symbols are. */
export function isSurelyAbove(state: MemoryState, a: Linear, b: Linear): boolean {
  if ((a.isNominal === true) !== (b.isNominal === true) && !isZero(a) && !isZero(b)) return false;
  const difference = minus(a, b);
  if (difference !== undefined) return lowest(state, difference) > 0;
  if (lowest(state, a) > highest(state, b)) return true;
  const lower = substituted(state, a, 'low');
  const gap = lower === undefined ? undefined : minus(lower, b);
  if (gap !== undefined && lowest(state, gap) > 0) return true;
  const higher = substituted(state, b, 'high');
  const other = higher === undefined ? undefined : minus(a, higher);
  return other !== undefined && lowest(state, other) > 0;
}

/** Whether `a <= b` whatever the symbols are. */
export function isSurelyWithin(state: MemoryState, a: Linear, b: Linear): boolean {
  const difference = minus(b, a);
  if (difference !== undefined) return lowest(state, difference) >= 0;
  if (highest(state, a) <= lowest(state, b)) return true;
  const higher = substituted(state, a, 'high');
  const gap = higher === undefined ? undefined : minus(b, higher);
  if (gap !== undefined && lowest(state, gap) >= 0) return true;
  const lower = substituted(state, b, 'low');
  const other = lower === undefined ? undefined : minus(lower, a);
  return other !== undefined && lowest(state, other) >= 0;
}

/** The largest value that it does take: of a counter or an input the limit itself. */
export function attainedHigh(state: MemoryState, linear: Linear): Linear {
  return attained(state, linear, 'high');
}

export function attainedLow(state: MemoryState, linear: Linear): Linear {
  return attained(state, linear, 'low');
}

function attained(state: MemoryState, linear: Linear, side: 'low' | 'high'): Linear {
  const facts = state.facts(linear.symbol);
  if (facts.isEvery !== true && facts.origin === undefined) return linear;
  return substituted(state, linear, side) ?? linear;
}

function isZero(linear: Linear): boolean {
  return isConstant(linear) && linear.add === 0;
}
