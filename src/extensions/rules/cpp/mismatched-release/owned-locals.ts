import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { IrFunction, Place } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A smart pointer that is given the address of something that was not allocated. */
export interface OwnedLocal {
  readonly name: string;
  readonly at: Place;
}

/** `std::unique_ptr<Layer>(&local)`, `owner.reset(&local)` */
export function ownedLocals({ body }: IrFunction, { locals, code }: DeclaredNames): readonly OwnedLocal[] {
  const found: OwnedLocal[] = [];
  const named = new Set<number>();
  for (const node of bodyNodes(body)) {
    // A variable of that type is another rule's.
    if (node.kind === 'declare' && node.value !== undefined) named.add(node.value.at.start);
    if (node.kind !== 'call' || node.arguments.length !== 1 || named.has(node.at.start)) continue;
    const callee = lastName(node.callee);
    const isReset = callee === 'reset' && node.callee.kind === 'member';
    if (!isReset && !/^(?:unique_ptr|shared_ptr)$/.test(callee)) continue;
    // One with a deleter of its own may well do nothing.
    if (!isReset && /<[^<>]*,/.test(code.slice(node.callee.at.start, node.callee.at.end))) continue;
    const given = node.arguments[0]?.value;
    if (given?.kind !== 'unary' || given.operator !== 'address' || given.operand.kind !== 'name') continue;
    const local = locals.get(given.operand.name);
    if (local?.type === undefined || local.type.isReference === true) continue;
    found.push({ name: given.operand.name, at: node.at });
  }
  return found;
}
