import { highest, isSurelyAbove, isSurelyWithin, lowest, restsOn } from './bounds.ts';
import { constant, isConstant, type Linear, minus, nameOfSymbol, shifted } from './linear.ts';
import type { MemoryState } from './memory-state.ts';

/** Narrows the state to where a comparison of two numbers holds; `false` when it cannot. */
export function assumeNumbers(state: MemoryState, left: Linear, right: Linear, operator: string): boolean {
  switch (operator) {
    case '<':
      return atMost(state, left, shifted(right, -1));
    case '<=':
      return atMost(state, left, right);
    case '>':
      return atMost(state, shifted(right, 1), left);
    case '>=':
      return atMost(state, right, left);
    case '==':
      if (areOtherCodes(state, left, right)) return false;
      if (isZero(right) && left.add === 0 && state.facts(left.symbol).isNonZero === true) return false;
      if (isRuledOut(state, left, right)) return false;
      return atMost(state, left, right) && atMost(state, right, left);
    case '!=':
      return isDifferent(state, left, right);
    default:
      return true;
  }
}

/** `HANDLER_FINISHED` and `HANDLER_GO_ON` are not the same. */
function areOtherCodes(state: MemoryState, a: Linear, b: Linear): boolean {
  if (a.symbol === undefined || b.symbol === undefined || a.symbol === b.symbol || a.add !== b.add) return false;
  if (a.scale !== 1 || b.scale !== 1) return false;
  if (state.facts(a.symbol).isCode !== true || state.facts(b.symbol).isCode !== true) return false;
  const [one, other] = [nameOfSymbol(a.symbol), nameOfSymbol(b.symbol)];
  return one !== other && one.slice(0, one.indexOf('_')) === other.slice(0, other.indexOf('_'));
}

/** A test before this one has found that it is another number. */
function isRuledOut(state: MemoryState, a: Linear, b: Linear): boolean {
  return isConstant(b) && a.scale === 1 && state.facts(a.symbol).not === b.add - a.add;
}

function isZero(value: Linear): boolean {
  return isConstant(value) && value.add === 0;
}

/** Learns that `a <= b`. */
function atMost(state: MemoryState, a: Linear, b: Linear): boolean {
  if (isSurelyAbove(state, a, b)) return false;
  if (a.symbol !== undefined && a.symbol !== b.symbol) {
    if (a.scale === 1) limit(state, a.symbol, 'high', shifted(b, -a.add));
    else if (a.scale === -1 && isConstant(b)) limit(state, a.symbol, 'low', constant(a.add - b.add));
    else if (isConstant(b) && a.scale > 1)
      limit(state, a.symbol, 'high', constant(Math.floor((b.add - a.add) / a.scale)));
  }
  if (b.symbol !== undefined && a.symbol !== b.symbol) {
    if (b.scale === 1) limit(state, b.symbol, 'low', shifted(a, -b.add));
    else if (isConstant(a) && b.scale > 1)
      limit(state, b.symbol, 'low', constant(Math.ceil((a.add - b.add) / b.scale)));
  }
  return true;
}

function limit(state: MemoryState, symbol: string, side: 'low' | 'high', to: Linear): void {
  const facts = state.facts(symbol);
  const known = facts[side];
  // Of two numbers that are the same each would be the limit of the other, and neither would have one.
  const isOther = !restsOn(state, to, symbol, side);
  const isTighter =
    isOther &&
    (known === undefined ||
      (side === 'high' ? isSurelyWithin(state, to, known) : isSurelyWithin(state, known, to)) ||
      !(side === 'high' ? Number.isFinite(highest(state, known)) : Number.isFinite(lowest(state, known))));
  state.learn(symbol, {
    isTested: true,
    ...(isTighter && { [side]: to }),
    ...(side === 'high' && { isHighTested: true }),
    ...(side === 'high' && isOther && !isTighter && isLower(to, facts.alsoHigh) && { alsoHigh: to }),
  });
}

/** Of limits of one symbol the lower one counts, of others the first. */
function isLower(to: Linear, known: Linear | undefined): boolean {
  if (isConstant(to)) return false;
  return known === undefined || (known.symbol === to.symbol && known.scale === to.scale && to.add < known.add);
}

function isDifferent(state: MemoryState, a: Linear, b: Linear): boolean {
  const difference = minus(a, b);
  if (difference !== undefined && isConstant(difference)) return difference.add !== 0;
  if (isSurelyWithin(state, a, b) && isSurelyWithin(state, b, a)) return false;
  const [symbol, other] = a.symbol !== undefined ? [a, b] : [b, a];
  if (symbol.symbol === undefined || !isConstant(other)) return true;
  if (other.add === 0 && symbol.add === 0) state.learn(symbol.symbol, { isNonZero: true });
  state.learn(symbol.symbol, { isTested: true });
  // A limit that is ruled out moves by one.
  if (symbol.scale === 1) {
    const value = other.add - symbol.add;
    state.learn(symbol.symbol, { not: value });
    const facts = state.facts(symbol.symbol);
    if (facts.low !== undefined && isConstant(facts.low) && facts.low.add === value)
      state.learn(symbol.symbol, { low: constant(value + 1) });
    if (facts.high !== undefined && isConstant(facts.high) && facts.high.add === value)
      state.learn(symbol.symbol, { high: constant(value - 1) });
  }
  return true;
}
