import type { FunctionFact, ModuleFacts } from '../facts.ts';
import type { IrNode } from './walk.ts';
import { walk } from './walk.ts';

const cache = new WeakMap<object, ReadonlySet<string>>();

/** Every name, property and short text. */
function namesWithin(facts: ModuleFacts, within: FunctionFact | undefined): ReadonlySet<string> {
  const owner = within?.function ?? facts.module;
  const known = cache.get(owner);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const node of walk(owner.body)) addName(names, node);
  cache.set(owner, names);
  return names;
}

/**
 * Whether any name, property or short text written in a function (in the whole file for what stands outside) matches: what
 * the code talks about, comments left out.
 */
export function mentions(facts: ModuleFacts, within: FunctionFact | undefined, pattern: RegExp): boolean {
  for (const name of namesWithin(facts, within)) if (pattern.test(name)) return true;
  return false;
}

/** Longer texts are prose. */
const LONGEST_TEXT = 80;

function addName(names: Set<string>, node: IrNode): void {
  switch (node.kind) {
    case 'name':
      names.add(node.name);
      break;
    case 'member':
      names.add(node.property);
      break;
    case 'literal':
      if (typeof node.value === 'string' && node.value.length <= LONGEST_TEXT) names.add(node.value);
      break;
    case 'call':
      for (const { name } of node.arguments) if (name !== undefined) names.add(name);
      break;
    default:
      break;
  }
}
