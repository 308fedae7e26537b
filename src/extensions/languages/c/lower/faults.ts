import type { Place } from '#engine/analysis/ir.ts';
import { isMacroFault } from '#engine/syntax/macro-fault.ts';
import { ERROR_TYPE, endOf, parentOf, type SyntaxTree, startOf, textOf, typeOf } from '#engine/syntax/tree.ts';

const MOST_PARENTS = 8;

/** Places that did not parse; what macros do to sound code is none. */
export function faultsOf(tree: SyntaxTree): Place[] {
  const faults: Place[] = [];
  const error = tree.typeNames.lastIndexOf(ERROR_TYPE);
  for (let node = tree.types.indexOf(error); node >= 0; node = tree.types.indexOf(error, node + 1)) {
    if (!isForgiven(tree, node)) faults.push({ start: startOf(tree, node), end: endOf(tree, node) });
  }
  return faults;
}

function isForgiven(tree: SyntaxTree, node: number): boolean {
  const start = startOf(tree, node);
  const within: string[] = [];
  for (let at = node; at !== 0 && within.length < MOST_PARENTS; at = parentOf(tree, at)) {
    within.push(typeOf(tree, parentOf(tree, at)));
  }
  const before = tree.text.slice(Math.max(0, start - 200), start);
  return isMacroFault({
    kind: 'error',
    text: textOf(tree, node, 200),
    before: before.slice(before.lastIndexOf('\n') + 1),
    after: tree.text
      .slice(endOf(tree, node), endOf(tree, node) + 400)
      .trimStart()
      .slice(0, 40),
    within,
  });
}
