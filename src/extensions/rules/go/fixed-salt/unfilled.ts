import type { CallFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { speaksOf } from '#engine/analysis/judges/speaks-of.ts';

/** `salt := make([]byte, 16)`, or a field of `var stored T`, that nothing has put anything into before it is used. */
export function isUnfilled({ within, expression: use }: CallFact, salt: Expression): boolean {
  const root = salt.kind === 'member' ? salt.object : salt;
  if (root.kind !== 'name' || within === undefined) return false;
  let isMade = false;
  for (const node of walk(within.function.body)) {
    if (node.at.start >= use.at.start) break;
    if (node.kind === 'assign' && writtenName(node.targets[0]) === root.name) {
      if (!isZero(node.value, salt.kind === 'member')) return false;
      isMade = true;
    } else if (node.kind === 'assign') {
      if (node.at.end <= use.at.start && node.targets.some((target) => speaksOf(target, root.name))) return false;
    } else if (node.kind === 'declare' && node.name === root.name) isMade = true;
    else if (
      node.kind === 'call' &&
      node.at.end < use.at.start &&
      node.arguments.some(({ value }) => speaksOf(value, root.name))
    )
      return false;
  }
  return isMade;
}

function isZero(value: Expression, isRecord: boolean): boolean {
  if (value.kind !== 'call') return false;
  if (isRecord)
    return value.arguments.length === 0 && (value.isNew === true || /^[a-zA-Z]\w*$/.test(lastName(value.callee)));
  return lastName(value.callee) === 'make';
}
