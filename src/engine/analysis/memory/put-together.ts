import type { Expression } from '../ir.ts';

const BYTE = 8;

/** `p[0] << 8 | p[1]`: how many bits there are in a number that is made of bytes one by one; `undefined` of other sums. */
export function bitsOfBytes(expression: Expression): number | undefined {
  const parts = partsOf(expression);
  if (parts.length < 2) return undefined;
  const shifts = parts.map(shiftOf);
  const isShifted = shifts.some((shift) => shift !== undefined && shift > 0);
  if (!isShifted || shifts.includes(undefined)) return undefined;
  if (parts.every((part) => isElement(operandOf(part)))) return BYTE * parts.length;
  // `number = number << 8 | next`
  const [first, second] = parts;
  const isOneMore =
    parts.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    shiftOf(first) === BYTE &&
    shiftOf(second) === 0;
  return isOneMore && !isLiteral(operandOf(first)) && !isLiteral(operandOf(second)) ? 4 * BYTE : undefined;
}

/** A number has no more bytes. A long sum is looked at once for each of its signs, and must not be gone through each time. */
const MOST_PARTS = 8;

/** What is joined, from left to right; nothing when it is more than any number has bytes. */
function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  const waiting = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'cast') waiting.push(next.operand);
    else if (next.kind === 'binary' && (next.operator === '|' || next.operator === '+'))
      waiting.push(next.right, next.left);
    else parts.push(next);
    if (parts.length + waiting.length > MOST_PARTS) return [];
  }
  return parts;
}

/** By how many bits a part is shifted to the left; `undefined` when it is not by whole bytes. */
function shiftOf(part: Expression): number | undefined {
  if (part.kind === 'cast') return shiftOf(part.operand);
  if (part.kind !== 'binary' || part.operator !== '<<') return 0;
  const { right } = part;
  const by = right.kind === 'literal' && typeof right.value === 'number' ? right.value : undefined;
  return by !== undefined && by % BYTE === 0 ? by : undefined;
}

function operandOf(part: Expression): Expression {
  if (part.kind === 'cast') return operandOf(part.operand);
  return part.kind === 'binary' && part.operator === '<<' ? operandOf(part.left) : part;
}

function isElement(operand: Expression): boolean {
  return operand.kind === 'index' || (operand.kind === 'unary' && operand.operator === 'deref');
}

function isLiteral(operand: Expression): boolean {
  return operand.kind === 'literal';
}
