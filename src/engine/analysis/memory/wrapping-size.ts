import type { CallExpression, CompareExpression, Expression } from '../ir.ts';
import { walk } from '../judges/walk.ts';
import { highest } from './bounds.ts';
import { comparedNames } from './compared-names.ts';
import { placeName } from './place-name.ts';
import { isConstant } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';
import { typeOf } from './place-of-value.ts';
import { integerType } from './type-size.ts';

/** Products of numbers with fewer bits fit into what they are computed in. */
const FEW_BITS = 16;

const PRODUCT = 'The size is a product of two numbers that nothing limits, and may come out too small.';

/** `malloc(width * height)`: a product of two numbers that nothing in the function limits. */
export function checkProduct(
  machine: MemoryMachine,
  state: MemoryState,
  call: CallExpression,
  sizes: readonly Expression[],
  isOfSize = false,
): void {
  if (machine.isTrying) return;
  for (const size of sizes) {
    if (isWidened(machine, size)) continue;
    const value = machine.tried(state, size);
    const facts = value.kind === 'number' ? state.facts(value.value.symbol) : {};
    if (facts.isProduct === true && facts.isTested !== true) {
      machine.report('size-overflow', call.at, PRODUCT, 'medium');
      return;
    }
    for (const node of walk([size], { intoFunctions: false })) {
      if (node.kind !== 'binary' || node.operator !== '*') continue;
      const isSize = isOfSize && (isSizeOf(node.left) || isSizeOf(node.right));
      const isLeftOpen = isOpen(machine, state, node.left) || (isSize && isSizeOf(node.left));
      const isRightOpen = isOpen(machine, state, node.right) || (isSize && isSizeOf(node.right));
      if (!isLeftOpen || !isRightOpen) continue;
      machine.report('size-overflow', call.at, PRODUCT, 'medium');
      return;
    }
  }
}

/** `sizeof(x)`, `sizeof(struct s)`. */
export function isSizeOf(expression: Expression): boolean {
  return expression.kind === 'unary' ? expression.operator === 'size' : expression.kind === 'typed';
}

/** Somewhere in it is a cast to a type that holds the product of two smaller ones. */
function isWidened(machine: MemoryMachine, size: Expression): boolean {
  for (const node of walk([size]))
    if (node.kind === 'cast' && (integerType(machine.program.table, node.type)?.bits ?? 0) >= 64) return true;
  return false;
}

/** A number of which neither the state nor a comparison anywhere in the function says how large it is at most. */
function isOpen(machine: MemoryMachine, state: MemoryState, operand: Expression): boolean {
  const part = operand.kind === 'binary' && operand.operator === '+' ? operand.left : operand;
  const name = placeName(part);
  if (name === undefined || machine.program.constants.has(name) || machine.is('constants', name)) return false;
  const { limited } = comparedNames(machine.frame.function, machine.program.table.names.checks);
  if (limited.has(name)) return false;
  const type = typeOf(machine, part);
  if (type !== undefined && (integerType(machine.program.table, type)?.bits ?? 32) <= FEW_BITS) return false;
  const value = machine.tried(state, part);
  if (value.kind === 'unknown') return part.kind !== 'call';
  if (value.kind !== 'number' || isConstant(value.value)) return false;
  const facts = state.facts(value.value.symbol);
  return facts.isLength !== true && facts.isTested !== true && highest(state, value.value) === Number.POSITIVE_INFINITY;
}

const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** `offset + length > size` of numbers that wrap around: the sum of two large ones is small, and passes. */
export function checkWrappingTest(machine: MemoryMachine, state: MemoryState, test: CompareExpression): void {
  if (machine.isTrying || !ORDERS.has(test.operator)) return;
  const [left, right] = [bare(test.left), bare(test.right)];
  const sum = isSum(left) ? left : isSum(right) ? right : undefined;
  if (sum === undefined) return;
  const [a, b] = [sum.left, sum.right].map(bare);
  if (a === undefined || b === undefined) return;
  const other = placeName(sum === left ? right : left);
  if (other !== undefined && [a, b].some((part) => placeName(part) === other)) {
    // `a + b < a` asks whether it wraps around.
    for (const part of [a, b]) markAsked(machine, state, part);
    return;
  }
  if (!mayBeHuge(machine, state, a) || !mayBeHuge(machine, state, b)) return;
  machine.report(
    'wrapping-test',
    test.at,
    'The sum wraps around when its parts are large enough, and then passes the test.',
    'medium',
  );
}

function markAsked(machine: MemoryMachine, state: MemoryState, part: Expression): void {
  const value = machine.evaluate(state, part);
  if (value.kind === 'number' && value.value.symbol !== undefined)
    state.learn(value.value.symbol, { isWrapAsked: true });
}

function isSum(expression: Expression): expression is Extract<Expression, { kind: 'binary' }> {
  return expression.kind === 'binary' && expression.operator === '+';
}

function bare(expression: Expression): Expression {
  return expression.kind === 'cast' ? bare(expression.operand) : expression;
}

function mayBeHuge(machine: MemoryMachine, state: MemoryState, part: Expression): boolean {
  const type = typeOf(machine, part);
  const kind = type === undefined ? undefined : integerType(machine.program.table, type);
  if (kind?.isUnsigned !== true || kind.bits < 32) return false;
  const value = machine.tried(state, part);
  if (value.kind !== 'number' || value.value.symbol === undefined) return false;
  const facts = state.facts(value.value.symbol);
  return facts.high === undefined && facts.isLength !== true && facts.isCounter !== true && facts.isWrapAsked !== true;
}
