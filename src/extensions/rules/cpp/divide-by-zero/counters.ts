import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { isNumber } from '#engine/analysis/judges/outside-number.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import type { walk } from '#engine/analysis/judges/walk.ts';

/** Fields that begin at zero and are counted up by methods: `int64_t count_ = 0;` and `++count_`. */
export function countersOf(facts: ModuleFacts): ReadonlySet<string> {
  const zero = new Set<string>();
  for (const { class: one } of nodesOf(facts, 'class'))
    for (const field of one.body)
      if (field.kind === 'declare' && field.isStatic !== true && isZero(field.value)) zero.add(`*this.${field.name}`);
  const counted = new Set<string>();
  for (const node of nodesOf(facts, 'unary')) {
    const path = node.operator === 'increment' ? placePath(node.operand) : undefined;
    if (path !== undefined && zero.has(path)) counted.add(path);
  }
  for (const node of nodesOf(facts, 'assign')) {
    const path = node.operator === '+' ? placePath(node.targets[0]) : undefined;
    if (path !== undefined && zero.has(path)) counted.add(path);
  }
  return counted;
}

/** Containers that a constructor refuses to have empty, or fills. */
export function guardedByConstructors(facts: ModuleFacts): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { function: one } of facts.functions) {
    if (one.name !== 'constructor') continue;
    const numbers = new Set(one.parameters.filter(({ type }) => isNumber(type)).map(({ name }) => name));
    for (const node of bodyNodes(one.body)) {
      const path =
        node.kind === 'call' && node.callee.kind === 'member'
          ? placePath(node.callee.object)
          : node.kind === 'evaluate' && node.value.kind === 'call'
            ? placePath(node.value.callee)
            : node.kind === 'assign' && (node.value.kind !== 'name' || numbers.has(node.value.name))
              ? placePath(node.targets[0])
              : undefined;
      if (path !== undefined) paths.add(path);
    }
  }
  return paths;
}

function isZero(value: Parameters<typeof walk>[0][number] | undefined): boolean {
  if (value?.kind === 'sequence') return value.items.length === 0 || isZero(value.items[0]);
  return value?.kind === 'literal' && value.value === 0;
}
