import type { Place, TypeName } from '../ir.ts';
import { highest, lowest } from './bounds.ts';
import { constant, isConstant, type Linear, minus, plus, shifted, times, nameOfSymbol } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING, type SymbolFacts } from './memory-state.ts';
import { bare, keyOfSum } from './sums.ts';
import { integerType } from './type-size.ts';

export interface Sum {
  readonly operator: string;
  readonly left: MemoryValue;
  readonly right: MemoryValue;
  /** Of the first operand. */
  readonly type: TypeName | undefined;
  /** One of them is a `sizeof`: what comes out is a `size_t`. */
  readonly isSize?: boolean;
  readonly at: Place;
}

/** What an operator makes of two numbers; says so when the result may not fit. */
export function arithmetic(machine: MemoryMachine, state: MemoryState, sum: Sum): MemoryValue {
  const { operator, left, right, at } = sum;
  if (operator === '/' || operator === '%') checkDivisor(machine, state, right, at);
  if (left.kind === 'pointer' && right.kind === 'number' && (operator === '+' || operator === '-')) {
    const size = constant(1);
    const by = times(right.value, operator === '+' ? size : constant(-1));
    const offset = by === undefined ? undefined : plus(left.offset, by);
    return offset === undefined ? NOTHING : { ...left, offset };
  }
  if (left.kind !== 'number' || right.kind !== 'number') return derived(machine, state, [left, right]);
  checkRange(machine, state, sum, left.value, right.value);
  if (operator === '<<') checkShift(machine, state, right.value, at);
  const value = folded(operator, left.value, right.value);
  if (value !== undefined) return { kind: 'number', value };
  if (operator !== '+' && operator !== '-' && operator !== '*')
    return combined(machine, state, operator, left.value, right.value);
  if (operator === '*') return once(machine, state, operator, left.value, right.value);
  // `strlen(a) + 1 + strlen(b)` is `strlen(a) + strlen(b) + 1`.
  const made = once(machine, state, operator, bare(left.value), bare(right.value));
  const add = left.value.add + (operator === '+' ? right.value.add : -right.value.add);
  return made.kind === 'number' ? { kind: 'number', value: shifted(made.value, add) } : made;
}

/** Computed for the first time, or what came out the last time. */
function once(machine: MemoryMachine, state: MemoryState, operator: string, a: Linear, b: Linear): MemoryValue {
  const key = keyOfSum(operator, a, b);
  const before = state.values.get(key);
  if (before !== undefined) return before;
  const made = combined(machine, state, operator, a, b);
  state.values.set(key, made);
  return made;
}

function combined(machine: MemoryMachine, state: MemoryState, operator: string, a: Linear, b: Linear): MemoryValue {
  const [left, right]: readonly [MemoryValue, MemoryValue] = [
    { kind: 'number', value: a },
    { kind: 'number', value: b },
  ];
  const isFalling = operator === '-' && state.facts(left.value.symbol).isFalling === true;
  const { symbol } = left.value;
  const name = isFalling && symbol !== undefined ? nameOfSymbol(symbol) : undefined;
  const isProduct = operator === '*' && isOpen(state, left.value) && isOpen(state, right.value);
  const taken = state.facts(right.value.symbol);
  const isLeftOver = operator === '-' && taken.isWanted === true && taken.isTested !== true;
  const limits = {
    ...limited(state, operator, left.value, right.value),
    ...(isLeftOver && { isLeftOver }),
    ...(isProduct && { isProduct }),
  };
  return derived(machine, state, [left, right], isFalling ? { ...limits, isFalling } : limits, name);
}

function folded(operator: string, a: Linear, b: Linear): Linear | undefined {
  switch (operator) {
    case '+':
      return plus(a, b);
    case '-':
      return minus(a, b);
    case '*':
      return times(a, b);
    default:
      break;
  }
  if (!isConstant(a) || !isConstant(b)) return undefined;
  switch (operator) {
    case '/':
      return b.add === 0 ? undefined : constant(Math.trunc(a.add / b.add));
    case '%':
      return b.add === 0 ? undefined : constant(a.add % b.add);
    case '<<':
      return b.add >= 0 && b.add < 48 ? constant(a.add * 2 ** b.add) : undefined;
    case '>>':
      return b.add >= 0 && b.add < 48 ? constant(Math.floor(a.add / 2 ** b.add)) : undefined;
    case '&':
      return Number.isSafeInteger(a.add) && Number.isSafeInteger(b.add)
        ? constant(Number(BigInt(a.add) & BigInt(b.add)))
        : undefined;
    case '|':
      return Number.isSafeInteger(a.add) && Number.isSafeInteger(b.add)
        ? constant(Number(BigInt(a.add) | BigInt(b.add)))
        : undefined;
    default:
      return undefined;
  }
}

/** Limits of what operators give whatever the other side is. */
function limited(state: MemoryState, operator: string, a: Linear, b: Linear): SymbolFacts {
  if (operator === '%' && isConstant(b) && b.add !== 0) {
    const most = Math.abs(b.add) - 1;
    return { low: constant(lowest(state, a) >= 0 ? 0 : -most), high: constant(most) };
  }
  if (operator === '%') return { low: constant(0), high: { ...b, add: b.add - 1 } };
  if (operator === '&') {
    const mask = isConstant(b) ? b.add : isConstant(a) ? a.add : -1;
    if (mask >= 0) return { low: constant(0), high: constant(mask) };
  }
  if (operator === '/' && isConstant(b) && b.add > 0 && lowest(state, a) >= 0) {
    const high = highest(state, a);
    return { low: constant(0), ...(Number.isFinite(high) && { high: constant(Math.floor(high / b.add)) }) };
  }
  if (operator === '+' || operator === '-' || operator === '*') {
    const [lowA, highA, lowB, highB] = [lowest(state, a), highest(state, a), lowest(state, b), highest(state, b)];
    const ends =
      operator === '+'
        ? [lowA + lowB, highA + highB]
        : operator === '-'
          ? [lowA - highB, highA - lowB]
          : lowA >= 0 && lowB >= 0
            ? [lowA * lowB, highA * highB]
            : [];
    const [least, high] = ends;
    // A sum is no smaller than its first part: `a + b + c` has room for `a + b`.
    const isMore = operator === '+' && !isConstant(a) && lowB >= 0 && Number.isFinite(lowB);
    const low = isMore ? shifted(a, lowB) : least !== undefined && Number.isFinite(least) ? constant(least) : undefined;
    return {
      ...(low !== undefined && { low }),
      ...(high !== undefined && Number.isFinite(high) && { high: constant(high) }),
    };
  }
  return {};
}

/** A number made of others in a way that one symbol cannot say: who decides them, decides it. */
function derived(
  machine: MemoryMachine,
  state: MemoryState,
  values: readonly MemoryValue[],
  facts: SymbolFacts = {},
  name = 'sum',
): MemoryValue {
  let origin: SymbolFacts['origin'];
  let isTested = false;
  let isLength = false;
  let isDecoded = false;
  let isProduct = false;
  let isNumber = false;
  for (const value of values) {
    if (value.kind !== 'number') continue;
    isNumber = true;
    const known = state.facts(value.value.symbol);
    if (known.origin === 'input' || origin === undefined) origin = known.origin ?? origin;
    if (known.isTested === true) isTested = true;
    if (known.isLength === true) isLength = true;
    if (known.isDecoded === true) isDecoded = true;
    if (known.isProduct === true && known.isTested !== true) isProduct = true;
  }
  if (!isNumber) return NOTHING;
  const value = machine.number(state, name, {
    ...facts,
    ...(origin !== undefined && { origin }),
    // A look at the factors is none at the product.
    ...(isTested && facts.isProduct !== true && !isProduct && { isTested }),
    ...(isLength && { isLength }),
    ...(isDecoded && { isDecoded }),
    ...(isProduct && { isProduct }),
  });
  return { kind: 'number', value };
}

function checkDivisor(machine: MemoryMachine, state: MemoryState, divisor: MemoryValue, at: Place): void {
  if (divisor.kind !== 'number') return;
  const { value } = divisor;
  if (isConstant(value)) {
    if (value.add === 0) machine.report('zero-divisor', at, 'The divisor is zero.', 'high');
    return;
  }
  const facts = state.facts(value.symbol);
  if (facts.origin === undefined || facts.isNonZero === true || value.add !== 0) return;
  if (lowest(state, value) > 0 || highest(state, value) < 0) return;
  if (facts.origin === 'input' || facts.isTested !== true)
    machine.report('zero-divisor', at, 'The divisor may be zero.', facts.origin === 'input' ? 'medium' : 'low');
}

function checkRange(
  machine: MemoryMachine,
  state: MemoryState,
  { operator, type, isSize, at }: Sum,
  a: Linear,
  b: Linear,
): void {
  if (operator !== '+' && operator !== '-' && operator !== '*') return;
  if (operator === '-') checkTaken(machine, state, { type, at }, a, b);
  const input = [a, b].find(({ symbol }) => state.facts(symbol).origin === 'input');
  if (input === undefined) return;
  const facts = state.facts(input.symbol);
  // A sum of numbers with so few bits fits.
  if (facts.isLength === true || facts.isDecoded === true || facts.isReal === true) return;
  const kind = type === undefined ? undefined : integerType(machine.program.table, type);
  const bits = isSize === true ? 64 : (facts.bits ?? kind?.bits ?? 32);
  const isUnsigned = isSize ?? facts.isUnsigned ?? kind?.isUnsigned ?? false;
  const other = input === a ? b : a;
  const grows = operator === '*' ? !isOne(other) : operator === '+' && !isNegative(state, other);
  const most = isUnsigned ? 2 ** bits : 2 ** (bits - 1);
  if (grows && highest(state, input) === Number.POSITIVE_INFINITY && !isZero(other)) {
    machine.report('overflow', at, 'A number from outside is made larger, and nothing limits it.', 'medium');
  } else if (grows) {
    const high = operator === '+' ? highest(state, a) + highest(state, b) : highest(state, a) * highest(state, b);
    const isOver = isUnsigned || bits > 16 ? high > most : high >= most;
    if (Number.isFinite(high) && isOver && high < most * 2 ** 33 && isConstant(other))
      machine.report('overflow', at, 'The limit of a number from outside leaves no room for what is added.', 'medium');
  }
  const shrinks = operator === '-' && input === a && !isNegative(state, b) && !isZero(b);
  const isAdded = operator === '+' && isNegative(state, other);
  const least = lowest(state, input);
  const isOpen = isUnsigned
    ? least <= 0 && isConstant(other)
    : least === Number.NEGATIVE_INFINITY || (bits <= 32 && least <= -most);
  if ((shrinks || isAdded) && isOpen) {
    machine.report('underflow', at, 'A number from outside is made smaller, and nothing limits it.', 'medium');
  }
}

/** `left -= size`: more than is left goes below zero, which an unsigned number does not know. */
function checkTaken(
  machine: MemoryMachine,
  state: MemoryState,
  { type, at }: Pick<Sum, 'type' | 'at'>,
  left: Linear,
  taken: Linear,
): void {
  const kind = type === undefined ? undefined : integerType(machine.program.table, type);
  if (kind?.isUnsigned !== true || isConstant(left) || left.symbol === taken.symbol) return;
  const [from, facts] = [state.facts(left.symbol), state.facts(taken.symbol)];
  if (facts.isDecoded !== true || facts.isTested === true || from.isTested !== true) return;
  if (highest(state, taken) <= lowest(state, left)) return;
  machine.report(
    'underflow',
    at,
    'A number from outside is taken away, and nothing has looked whether as much is left.',
    'medium',
  );
}

/** `1 << (bits - 1)` with a number of bits that nobody has looked at. */
function checkShift(machine: MemoryMachine, state: MemoryState, by: Linear, at: Place): void {
  const facts = state.facts(by.symbol);
  if (facts.origin === undefined || facts.isTested === true || by.scale !== 1 || by.add >= 0) return;
  if (highest(state, by) !== Number.POSITIVE_INFINITY) return;
  machine.report('overflow', at, 'By how much it is shifted, nothing limits.', 'medium');
}

/** A number of 32 bits or more that somebody else decides and nothing limits. */
function isOpen(state: MemoryState, value: Linear): boolean {
  const { origin, isHighTested, isLength, bits } = state.facts(value.symbol);
  if (origin === undefined || isHighTested === true || isLength === true || (bits ?? 32) < 32) return false;
  return highest(state, value) === Number.POSITIVE_INFINITY;
}

function isOne(linear: Linear): boolean {
  return isConstant(linear) && Math.abs(linear.add) <= 1;
}

function isZero(linear: Linear): boolean {
  return isConstant(linear) && linear.add === 0;
}

function isNegative(state: MemoryState, linear: Linear): boolean {
  return highest(state, linear) < 0;
}

/** Bits of types whose whole range is known of every number in them. */
const SMALL = 16;

/** A number put into a type that may be too small for it. */
export function narrowed(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  type: TypeName,
  at: Place,
): MemoryValue {
  const kind = integerType(machine.program.table, type);
  if (value.kind !== 'number' || kind === undefined || kind.bits >= 64) return value;
  const [least, most] = kind.isUnsigned ? [0, 2 ** kind.bits - 1] : [-(2 ** (kind.bits - 1)), 2 ** (kind.bits - 1) - 1];
  const [low, high] = [lowest(state, value.value), highest(state, value.value)];
  const facts = state.facts(value.value.symbol);
  if (isConstant(value.value)) {
    if (value.value.add > most && value.value.add <= most + 2 ** 20)
      machine.report('overflow', at, `The result does not fit into '${type.name}'.`, 'medium');
    else if (!kind.isUnsigned && value.value.add < least)
      machine.report('underflow', at, `The result does not fit into '${type.name}'.`, 'medium');
    return value;
  }
  const isWider = (facts.bits ?? 32) > kind.bits;
  if (facts.origin !== 'input' && kind.isUnsigned && kind.bits <= SMALL && (high > most || low < least)) {
    // It goes round: `uint8_t i; i = i + 1;`
    const left = { low: constant(least), high: constant(most), bits: kind.bits, isUnsigned: true };
    const { origin } = facts;
    return {
      kind: 'number',
      value: machine.number(state, type.name, { ...left, ...(origin !== undefined && { origin }) }),
    };
  }
  // `int length = ntohl(field)`: the upper half of the numbers comes out below zero.
  // A text in memory is never that long.
  const isOpen = facts.origin === 'input' && facts.isTested !== true && facts.isLength !== true && !isWider;
  if ((facts.isDecoded === true || isOpen) && facts.isUnsigned === true && !kind.isUnsigned && high > most) {
    const left: SymbolFacts = {
      origin: 'input',
      bits: kind.bits,
      isSignLost: true,
      ...(facts.isDecoded === true && { isDecoded: true }),
    };
    return { kind: 'number', value: machine.number(state, type.name, left) };
  }
  if (
    facts.origin === 'input' &&
    facts.isDecoded !== true &&
    isWider &&
    (high > most || low < least) &&
    !(Number.isFinite(high) && facts.isTested === true)
  ) {
    machine.report('truncation', at, `A number from outside may not fit into '${type.name}'.`, 'medium');
    if (kind.bits > SMALL) return value;
    // What is left of it is any number of the type.
    const left = { low: constant(least), high: constant(most), bits: kind.bits, isUnsigned: kind.isUnsigned };
    return { kind: 'number', value: machine.number(state, type.name, { ...left, origin: 'input' }) };
  }
  return value;
}
