import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** The item behind the last of what was allocated just before. */
export interface BehindAllocation {
  readonly name: string;
  readonly at: Place;
}

const ALLOCATES =
  /^(?:malloc|calloc|\w*alloc(?:ate)?(?:_bytes)?|Allocate\w*|Alloc\w*|make_unique|vector|make_unique_for_overwrite)$/i;

/** `char *copy = arena.Allocate(name.size()); … copy[name.size()] = '\0';` */
export function behindAllocations(facts: ModuleFacts, { body }: IrFunction): readonly BehindAllocation[] {
  const sizes = new Map<string, string>();
  const found: BehindAllocation[] = [];
  for (const node of bodyNodes(body)) {
    if (node.kind === 'declare' || node.kind === 'assign') {
      const path = node.kind === 'declare' ? node.name : placePath(node.targets[0]);
      if (path === undefined) continue;
      const size = node.value === undefined ? undefined : sizeOf(node.value);
      if (size === undefined) sizes.delete(path);
      else sizes.set(path, facts.codeAt(size.at).replace(/\s+/g, ''));
    } else if (
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      /^(?:resize|push_back|append)$/.test(node.callee.property)
    ) {
      const path = placePath(node.callee.object);
      if (path !== undefined) sizes.delete(path);
    } else if (node.kind === 'index') {
      const path = placePath(node.object);
      const size = path === undefined ? undefined : sizes.get(path);
      if (path !== undefined && size !== undefined && facts.codeAt(node.index.at).replace(/\s+/g, '') === size)
        found.push({ name: path, at: node.at });
    }
  }
  return found;
}

/** How many items an expression allocates; nothing that another statement may have changed. */
function sizeOf(value: Expression): Expression | undefined {
  const inner = value.kind === 'cast' ? value.operand : value;
  const size =
    inner.kind === 'typed' && inner.form === 'allocation'
      ? inner.count
      : inner.kind === 'call' && inner.arguments.length === 1 && ALLOCATES.test(lastName(inner.callee))
        ? inner.arguments[0]?.value
        : undefined;
  return size !== undefined && (size.kind === 'name' || size.kind === 'call' || size.kind === 'member')
    ? size
    : undefined;
}
