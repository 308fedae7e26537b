import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Statement, TypeName } from '#engine/analysis/ir.ts';
import { functionAround } from '#engine/analysis/judges/sized-array.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

type Loop = Extract<Statement, { kind: 'loop' }>;

/** `for (unsigned i = n; i >= 0; i--)`, and `i >= 0` where every new `i` is a remainder. */
export function isNeverNegative(facts: ModuleFacts, loop: Loop): boolean {
  const { test } = loop;
  if (test?.kind !== 'compare' || test.operator !== '>=' || test.left.kind !== 'name') return false;
  if (test.right.kind !== 'literal' || test.right.value !== 0) return false;
  const { name } = test.left;
  const parts = [...loop.body, ...(loop.step ?? [])];
  if (isUnsigned(facts, typeOfName(facts, loop, name))) return true;
  const values = assigned(parts, name);
  return values !== undefined && values.length > 0 && values.every((value) => isRemainder(value));
}

function isUnsigned(facts: ModuleFacts, type: TypeName | undefined): boolean {
  if (type === undefined || (type.pointers ?? 0) > 0 || (type.sizes?.length ?? 0) > 0) return false;
  return facts.memory?.plainType(type.name)?.integer?.isUnsigned === true;
}

/** As the innermost declaration around the loop has it. */
function typeOfName(facts: ModuleFacts, loop: Loop, name: string): TypeName | undefined {
  const own = (loop.before ?? []).find((one) => one.kind === 'declare' && one.name === name);
  if (own?.kind === 'declare') return own.type;
  const around = functionAround(facts, loop.at);
  for (const inner of walk(around?.body ?? [])) if (inner.kind === 'declare' && inner.name === name) return inner.type;
  return around?.parameters.find((one) => one.name === name)?.type;
}

/** What a name is set to; `undefined` when it is also changed in other ways. */
function assigned(parts: readonly Statement[], name: string): readonly Expression[] | undefined {
  const values: Expression[] = [];
  for (const node of walk(parts)) {
    if (node.kind === 'unary' && CHANGES.has(node.operator) && isName(node.operand, name)) return undefined;
    const targets = node.kind === 'assign' ? node.targets : node.kind === 'assignment' ? [node.target] : [];
    if (!targets.some((target) => isName(target, name)) || (node.kind !== 'assign' && node.kind !== 'assignment'))
      continue;
    if (node.operator !== undefined) return undefined;
    values.push(node.value);
  }
  return values;
}

const CHANGES: ReadonlySet<string> = new Set(['increment', 'decrement', 'address']);

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.name === name;
}

/** `(i + 1) % n`: as small as it gets, it is no less than zero when `i` was not. */
function isRemainder(value: Expression): boolean {
  if (value.kind !== 'binary' || value.operator !== '%' || value.right.kind !== 'literal') return false;
  const { left } = value;
  return (
    left.kind === 'binary' && left.operator === '+' && left.right.kind === 'literal' && Number(left.right.value) > 0
  );
}
