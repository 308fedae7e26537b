import type { Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import type { Machine } from './machine.ts';
import { joinTaints, textValue } from './make-value.ts';

/** The variable, member or item that an expression points to, and whether it points to where that begins. */
export interface Pointed {
  readonly target: Expression;
  readonly isWhole: boolean;
}

const MOST_PARTS = 32;

/** What is written to through a pointer: `buffer` for `&buffer[2]`, `(char *)buffer` and `buffer + n`. */
export function pointedBy(expression: Expression): Pointed {
  let target = expression;
  let isWhole = true;
  for (let count = 0; count < MOST_PARTS; count += 1) {
    if (target.kind === 'cast') target = target.operand;
    else if (target.kind === 'unary' && (target.operator === 'address' || target.operator === 'deref')) {
      const isAddress = target.operator === 'address';
      target = target.operand;
      if (isAddress && target.kind === 'index') {
        isWhole &&= target.index.kind === 'literal' && target.index.value === 0;
        target = target.object;
      }
    } else if (target.kind === 'binary' && (target.operator === '+' || target.operator === '-')) {
      isWhole = false;
      target = target.left;
    } else break;
  }
  return { target, isWhole };
}

/** Writes a text to where an argument points. */
export function fillPointed(machine: Machine, expression: Expression, value: Value): void {
  const { target, isWhole } = pointedBy(expression);
  if (target.kind !== 'name' && target.kind !== 'member' && target.kind !== 'index') return;
  if (isWhole) {
    machine.store(target, { ...value, isStorage: true });
    return;
  }
  const before = machine.again(target);
  machine.store(target, { ...textValue([before, value]), isStorage: true });
}

/** Whoever holds a pointer to something may have put anything there: constants are forgotten, sources stay. */
export function forgetPointed(machine: Machine, expression: Expression, added: Value['taints'] = []): void {
  const { target } = pointedBy(expression);
  if (target.kind !== 'name' && target.kind !== 'member') return;
  if (target.kind === 'name' && machine.frame.environment.get(target.name) === undefined) return;
  const before = machine.again(target);
  const taints = joinTaints(before.taints, added);
  if (
    before.constant === undefined &&
    before.isFixed !== true &&
    before.parts === undefined &&
    taints === before.taints
  )
    return;
  const { constant: _constant, isFixed: _fixed, parts: _parts, fields: _fields, isClosed: _closed, ...rest } = before;
  machine.store(target, { ...rest, taints });
}
