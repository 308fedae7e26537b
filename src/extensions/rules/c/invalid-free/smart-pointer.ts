import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { CweId } from '#core/cwe-id.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place, TypeName } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Memory that a smart pointer or a container owns, given back in another way than it was made. */
export interface WrongOwner {
  readonly at: Place;
  readonly message: string;
  readonly cwe: CweId;
}

const SMART = /(?:^|::)(?:unique_ptr|shared_ptr|auto_ptr|scoped_ptr)$/;
const CONTAINER = /(?:^|::)(?:w?string|vector|array|deque|QByteArray|QString)$/;
/** What C allocates with `malloc`. */
const FROM_MALLOC = /^(?:malloc|calloc|realloc|strdup|strndup|aligned_alloc|realpath|getcwd)$/;
const FREES = /^(?:free|cfree|g_free)$/;
/** Pointers into a container, which stays their owner. */
const INTO = /^(?:data|c_str|begin|constData)$/;

/** Smart pointers over memory of another kind, and memory of containers that is given back by hand. */
export function wrongOwners(facts: ModuleFacts): readonly WrongOwner[] {
  const found: WrongOwner[] = [];
  for (const { function: one } of facts.functions) {
    const types = new Map<string, TypeName | undefined>(one.parameters.map(({ name, type }) => [name, type]));
    for (const node of bodyNodes(one.body, { intoFunctions: false })) {
      if (node.kind === 'declare') {
        types.set(node.name, node.type);
        if (node.type !== undefined && SMART.test(node.type.name) && (node.type.pointers ?? 0) === 0)
          found.push(...ofSmart(facts, node.name, node.value, types));
      } else if (node.kind === 'call' && FREES.test(lastName(node.callee))) {
        const [first] = node.arguments;
        if (first !== undefined && isInside(first.value, types))
          found.push(ofContainer(node.at, lastName(node.callee)));
      } else if (node.kind === 'delete') {
        if (node.targets.some((target) => isInside(target, types)))
          found.push(ofContainer(node.at, node.isArray === true ? 'delete[]' : 'delete'));
      }
    }
  }
  return found;
}

function ofContainer(at: Place, how: string): WrongOwner {
  return { at, cwe: 'CWE-590', message: `'${how}' gives back memory that belongs to a container.` };
}

/** What `std::unique_ptr<T> p(…)` is given, where it has no way of its own to give it back. */
function ofSmart(
  facts: ModuleFacts,
  name: string,
  value: Expression | undefined,
  types: ReadonlyMap<string, TypeName | undefined>,
): readonly WrongOwner[] {
  if (value?.kind !== 'call' || value.isNew !== true || value.arguments.length !== 1) return [];
  const [first] = value.arguments;
  const item = itemType(facts, name, value.at);
  if (first === undefined || item === undefined || item.includes(',')) return [];
  const given = first.value.kind === 'cast' ? first.value.operand : first.value;
  const { at } = first.value;
  if (given.kind === 'typed' && given.form === 'allocation' && given.count !== undefined && !item.includes('['))
    return [{ at, cwe: 'CWE-762', message: `'${name}' gives back with 'delete' what 'new[]' has made.` }];
  if (given.kind === 'call' && given.callee.kind !== 'call' && FROM_MALLOC.test(lastName(given.callee)))
    return [
      { at, cwe: 'CWE-762', message: `'${name}' gives back with 'delete' what '${lastName(given.callee)}' has made.` },
    ];
  if (given.kind === 'unary' && given.operator === 'address' && given.operand.kind === 'name') {
    const type = types.get(given.operand.name);
    if (type !== undefined && type.isReference !== true)
      return [
        { at, cwe: 'CWE-590', message: `'${name}' gives back '${given.operand.name}', which was not allocated.` },
      ];
  }
  return [];
}

/** What stands between the angle brackets before a name: `char[]`, `FILE, decltype(&fclose)`. */
function itemType(facts: ModuleFacts, name: string, at: Place): string | undefined {
  const before = facts.module.text.slice(Math.max(0, at.start - 200), at.start);
  const end = before.lastIndexOf('>');
  const start = before.lastIndexOf('_ptr', end);
  if (end < 0 || start < 0 || !before.slice(end + 1).includes(name)) return undefined;
  const written = before.slice(start + 4, end).trim();
  return written.startsWith('<') && !/[;{}]/.test(written) ? written.slice(1) : undefined;
}

function isInside(expression: Expression, types: ReadonlyMap<string, TypeName | undefined>): boolean {
  let at = expression;
  while (at.kind === 'cast') at = at.operand;
  if (at.kind !== 'call' || at.callee.kind !== 'member' || !INTO.test(at.callee.property)) return false;
  const path = placePath(at.callee.object);
  const type = path === undefined ? undefined : types.get(path);
  return type !== undefined && (type.pointers ?? 0) === 0 && CONTAINER.test(type.name);
}
