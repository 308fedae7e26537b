import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { DeepWrite } from './deep-writes.ts';

const KEYS = /__proto__|^prototype$|^constructor$/;
const CHECKING =
  /proto|unsafe|issafe|forbidden|dangerous|reserved|disallow|block|blacklist|denylist|allowed|whitelist|isvalid|sanit|pollut/i;
const LOOKING_UP: ReadonlySet<string> = new Set(['includes', 'has', 'indexOf', 'test', 'match', 'some']);

/** Whether the function, or one around it, checks keys or uses objects without a prototype. */
export function isGuarded(facts: ModuleFacts, fact: FunctionFact, write: DeepWrite): boolean {
  const objects = new Set([write.object, lastPart(write.object)]);
  for (const node of walk(fact.function.body)) if (checksKey(node, objects, write.keys)) return true;
  return facts.module.body.some((node) => node.kind === 'assign' && isKeyList(node));
}

function checksKey(node: IrNode, objects: ReadonlySet<string>, keys: readonly string[]): boolean {
  if (node.kind === 'literal') return typeof node.value === 'string' && KEYS.test(node.value);
  if (node.kind === 'call') {
    const name = lastName(node.callee);
    if (CHECKING.test(name)) return true;
    if (name === 'create' && node.arguments[0]?.value.kind === 'literal' && node.arguments[0].value.value === null)
      return true;
    if (name === 'Map' && node.isNew === true) return true;
    if (name === 'hasOwnProperty' || name === 'hasOwn') {
      const owner =
        node.callee.kind === 'member' && name === 'hasOwnProperty' ? node.callee.object : node.arguments[0]?.value;
      const key = node.arguments[name === 'hasOwn' ? 1 : 0]?.value;
      return objects.has(writtenName(owner)) && keys.includes(writtenName(key));
    }
    if (name === 'call' && /hasOwnProperty|hasOwn/.test(writtenName(node.callee)))
      return objects.has(writtenName(node.arguments[0]?.value)) && keys.includes(writtenName(node.arguments[1]?.value));
    return (
      LOOKING_UP.has(name) &&
      node.arguments.some(({ value }) => keys.includes(writtenName(value)) && writtenName(value) !== '')
    );
  }
  return false;
}

/** A list of the keys kept outside of functions. */
function isKeyList(node: IrNode): boolean {
  return [...walk([node], { intoFunctions: false })].some(
    (inner) => inner.kind === 'literal' && typeof inner.value === 'string' && inner.value === '__proto__',
  );
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
