import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { IrFunction } from '#engine/analysis/ir.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

/** Factors of the linear generators that textbooks and libraries print. */
const FACTORS: ReadonlySet<number> = new Set([
  1_103_515_245, 1_664_525, 22_695_477, 214_013, 134_775_813, 69_069, 16_807, 48_271, 25_214_903_917,
  6_364_136_223_846_793_005,
]);

/** Shifts that are mixed into a state, in one of the generators that are made of nothing else. */
const SHIFTS = 3;

/** Functions of the file that are generators whose next number follows from the last one. */
export function ownGenerators(facts: ModuleFacts): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { function: one } of facts.functions)
    if (one.name !== '' && (isLinear(one) || isShifting(one))) found.add(one.name);
  return found;
}

/** `state = state * 1103515245 + 12345;` */
function isLinear({ body }: IrFunction): boolean {
  for (const node of bodyNodes(body)) {
    if (node.kind !== 'binary' || node.operator !== '*') continue;
    for (const side of [node.left, node.right])
      if (side.kind === 'literal' && typeof side.value === 'number' && FACTORS.has(side.value)) return true;
  }
  return false;
}

/** `x ^= x << 13; x ^= x >> 17; x ^= x << 5;` */
function isShifting({ body }: IrFunction): boolean {
  const directions = new Set<string>();
  let count = 0;
  for (const node of bodyNodes(body)) {
    if (node.kind !== 'assign') continue;
    const [target] = node.targets;
    const mixed =
      node.operator === '^'
        ? node.value
        : node.value.kind === 'binary' && node.value.operator === '^'
          ? node.value.right
          : undefined;
    if (target === undefined || mixed?.kind !== 'binary' || !/^(?:<<|>>)$/.test(mixed.operator)) continue;
    if (writtenName(mixed.left) !== writtenName(target)) continue;
    count += 1;
    directions.add(mixed.operator);
  }
  // What ends a hash shifts in one direction alone, between products.
  return count >= SHIFTS && directions.size > 1;
}
