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

function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'cast') return partsOf(expression.operand);
  if (expression.kind !== 'binary' || (expression.operator !== '|' && expression.operator !== '+')) return [expression];
  return [...partsOf(expression.left), ...partsOf(expression.right)];
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
