import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';

/** A pointer that belongs to a smart pointer, given to another one or given back by hand. */
export interface SecondOwner {
  readonly name: string;
  readonly at: Place;
}

const SMART = /(?:^|::)(?:unique_ptr|shared_ptr|auto_ptr|scoped_ptr)$/;

/** `std::shared_ptr<T> second(raw);` behind a first one of `raw`, `second(first.get())`, `delete first.get();` */
export function secondOwners(facts: ModuleFacts): readonly SecondOwner[] {
  const found: SecondOwner[] = [];
  for (const { function: one } of facts.functions) {
    const smart = new Set<string>();
    const owned = new Set<string>();
    for (const { name, type } of one.parameters) if (type !== undefined && SMART.test(type.name)) smart.add(name);
    for (const node of bodyNodes(one.body, { intoFunctions: false })) {
      if (node.kind === 'declare' && node.type !== undefined && SMART.test(node.type.name)) {
        smart.add(node.name);
        const { value } = node;
        if (value?.kind !== 'call' || value.isNew !== true || value.arguments.length !== 1) continue;
        const given = value.arguments[0]?.value;
        if (given === undefined) continue;
        if (isKept(given, smart)) found.push({ name: node.name, at: given.at });
        if (given.kind !== 'name' || smart.has(given.name)) continue;
        if (owned.has(given.name)) found.push({ name: given.name, at: given.at });
        else owned.add(given.name);
      } else if (node.kind === 'delete') {
        for (const target of node.targets)
          if (isKept(target, smart) || (target.kind === 'name' && owned.has(target.name)))
            found.push({ name: target.kind === 'name' ? target.name : 'get', at: node.at });
      } else if (node.kind === 'assign') {
        for (const target of node.targets) if (target.kind === 'name') owned.delete(target.name);
      } else if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'release')
        owned.clear();
    }
  }
  return found;
}

/** `first.get()` of a smart pointer. */
function isKept(expression: Expression, smart: ReadonlySet<string>): boolean {
  return (
    expression.kind === 'call' &&
    expression.callee.kind === 'member' &&
    expression.callee.property === 'get' &&
    expression.callee.object.kind === 'name' &&
    smart.has(expression.callee.object.name)
  );
}
