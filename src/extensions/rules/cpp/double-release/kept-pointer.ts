import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { IrFunction, Place } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A pointer that a move leaves with both objects. */
export interface KeptPointer {
  readonly field: string;
  readonly at: Place;
}

/** `Handle(Handle &&other) : pointer_(other.pointer_) {}` of a class whose destructor deletes `pointer_`. */
export function keptPointers(facts: ModuleFacts): readonly KeptPointer[] {
  const freed = freedByDestructors(facts);
  if (freed.size === 0) return [];
  const found: KeptPointer[] = [];
  for (const { function: one, class: owner } of facts.functions) {
    const [other, second] = one.parameters;
    if (other === undefined || second !== undefined || (owner !== undefined && other.type?.name !== owner.name))
      continue;
    if (one.name !== 'constructor' && one.name !== 'operator=') continue;
    if (!facts.codeAt(other.at).includes('&&')) continue;
    const kept = keptBy(one, other.name, freed);
    if (kept !== undefined) found.push(kept);
  }
  return found;
}

/** Names of fields that a destructor of the file gives back. */
function freedByDestructors(facts: ModuleFacts): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const { function: one } of facts.functions) {
    if (!one.name.startsWith('~')) continue;
    for (const node of bodyNodes(one.body)) {
      const freed =
        node.kind === 'delete'
          ? node.targets
          : node.kind === 'call' && /^(?:free|fclose|close|closesocket|CloseHandle)$/.test(lastName(node.callee))
            ? node.arguments.map(({ value }) => value)
            : [];
      for (const target of freed) fields.add(lastName(target));
    }
  }
  fields.delete('');
  return fields;
}

function keptBy({ body }: IrFunction, other: string, freed: ReadonlySet<string>): KeptPointer | undefined {
  const taken = new Map<string, Place>();
  for (const node of bodyNodes(body)) {
    if (node.kind === 'call') {
      // Swapped, exchanged or handed on as a whole: the other one has something else afterwards.
      const isGiven = node.arguments.some(
        ({ value }) => value.kind !== 'literal' && placePath(value)?.replace(/^\*/, '').startsWith(other) === true,
      );
      if (isGiven && !/^(?:move|forward)$/.test(lastName(node.callee))) return undefined;
    }
    if (node.kind !== 'assign') continue;
    for (const target of node.targets) {
      const path = placePath(target);
      if (path?.startsWith(`${other}.`) === true) taken.delete(lastName(target));
      const field = path?.startsWith('*this.') === true ? lastName(target) : undefined;
      if (field !== undefined && freed.has(field) && placePath(node.value) === `${other}.${field}`)
        taken.set(field, node.at);
    }
  }
  const [first] = taken;
  return first === undefined ? undefined : { field: first[0], at: first[1] };
}
