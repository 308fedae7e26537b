import type { Expression, Statement } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';

/** Each name of an enumeration is a constant; one without a value is one more than the one before. */
export function lowerEnum(context: Lowering, node: number, into: Statement[]): void {
  const body = context.child(node, 'body');
  if (body < 0) return;
  let next: number | undefined = 0;
  for (const child of context.children(body)) {
    if (context.type(child) !== 'enumerator') continue;
    const name = context.child(child, 'name');
    const written = context.child(child, 'value');
    if (name < 0) continue;
    const at = context.place(child);
    let value: Expression;
    if (written >= 0) {
      value = context.expression(written);
      next = value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
    } else value = next === undefined ? { kind: 'unknown', parts: [], at } : { kind: 'literal', value: next, at };
    next = next === undefined ? undefined : next + 1;
    into.push({
      kind: 'assign',
      targets: [{ kind: 'name', name: context.source(name), at: context.place(name) }],
      value,
      at,
    });
  }
}
