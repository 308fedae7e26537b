import type { Expression, IrFunction, Place, Statement, TypeName } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { straightWays } from './straight-ways.ts';

/** A use of a reference, pointer or iterator into a container behind a change of the container. */
export interface StaleUse {
  readonly name: string;
  readonly container: string;
  readonly method: string;
  readonly at: Place;
}

/** Containers that move their items when they grow. */
const CONTIGUOUS =
  /(?:^|::)(?:vector|w?string|InlinedVector|SmallVector|QVector|static_vector|deque|ByteArray|QByteArray)$/;
const GROWS = /^(?:push_back|emplace_back|insert|emplace|resize|reserve|shrink_to_fit|append|assign|clear|push_front)$/;
const INTO = /^(?:begin|cbegin|rbegin|end|find|front|back|at|data|c_str|lower_bound|upper_bound|insert)$/;

/**
 * `auto &first = items.front(); items.push_back(x); use(first);` and `items.erase(it); use(*it);` on the way that leads
 * straight there.
 */
export function staleUses(one: IrFunction, fields: ReadonlyMap<string, TypeName | undefined>): readonly StaleUse[] {
  const { lists, types } = straightWays(one);
  const all = new Map([...fields, ...types]);
  return lists.flatMap((list) => usesIn(list, all));
}

function usesIn(list: readonly Statement[], types: ReadonlyMap<string, TypeName | undefined>): readonly StaleUse[] {
  const found: StaleUse[] = [];
  list.forEach((statement, position) => {
    const erased = erasedBy(statement);
    if (erased !== undefined && types.has(erased.name)) {
      const at = firstUse(list.slice(position + 1), erased.name);
      if (at !== undefined) found.push({ ...erased, at });
    }
    if (statement.kind !== 'declare' || statement.value === undefined) return;
    const container = intoWhat(statement);
    if (container === undefined || !isContiguous(container, types)) return;
    const rest = list.slice(position + 1);
    const change = rest.findIndex((one) => methodOn(one, container) !== undefined || isGivenAgain(one, statement.name));
    const changing = rest[change];
    if (changing === undefined || isGivenAgain(changing, statement.name)) return;
    const method = methodOn(changing, container) ?? '';
    const at = firstUse(rest.slice(change + 1), statement.name);
    if (at !== undefined) found.push({ name: statement.name, container: shown(container), method, at });
  });
  return found;
}

function shown(path: string): string {
  return path.replace(/^\*this\.|^\*/, '');
}

/** The container that a declared reference, pointer or iterator leads into. */
function intoWhat({ type, value }: Extract<Statement, { kind: 'declare' }>): string | undefined {
  if (type === undefined || value === undefined) return undefined;
  const isPointer = (type.pointers ?? 0) > 0;
  if (value.kind === 'call' && value.callee.kind === 'member' && INTO.test(value.callee.property)) {
    const { property, object } = value.callee;
    const isIterator = /^(?:c?r?begin|end|insert|lower_bound|upper_bound)$/.test(property) && isIteratorType(type);
    const isReference = type.isReference === true && /^(?:front|back|at)$/.test(property);
    const isInside = isPointer && /^(?:data|c_str)$/.test(property);
    return isIterator || isReference || isInside ? placePath(object) : undefined;
  }
  if (type.isReference === true && value.kind === 'index') return placePath(value.object);
  if (isPointer && value.kind === 'unary' && value.operator === 'address') {
    const { operand } = value;
    if (operand.kind === 'index') return placePath(operand.object);
    if (
      operand.kind === 'call' &&
      operand.callee.kind === 'member' &&
      /^(?:front|back|at)$/.test(operand.callee.property)
    )
      return placePath(operand.callee.object);
  }
  return undefined;
}

function isIteratorType({ name, pointers }: TypeName): boolean {
  return (name === 'auto' && pointers === undefined) || /iterator$/.test(name);
}

function isContiguous(path: string, types: ReadonlyMap<string, TypeName | undefined>): boolean {
  const type = types.get(shown(path));
  return type !== undefined && (type.pointers ?? 0) === 0 && CONTIGUOUS.test(type.name);
}

/** A statement that calls a method by which a container grows, and nothing else. */
function methodOn(statement: Statement, container: string): string | undefined {
  if (statement.kind !== 'evaluate' || statement.value.kind !== 'call') return undefined;
  const { callee } = statement.value;
  if (callee.kind !== 'member' || !GROWS.test(callee.property)) return undefined;
  return placePath(callee.object) === container ? callee.property : undefined;
}

function isGivenAgain(statement: Statement, name: string): boolean {
  for (const node of walk([statement], { intoFunctions: false })) {
    if (node.kind === 'assign' && node.targets.some((target) => isName(target, name))) return true;
    if (node.kind === 'assignment' && isName(node.target, name)) return true;
  }
  return false;
}

/** `items.erase(it);` whose result is thrown away. */
function erasedBy(statement: Statement): Omit<StaleUse, 'at'> | undefined {
  if (statement.kind !== 'evaluate' || statement.value.kind !== 'call') return undefined;
  const { callee, arguments: given } = statement.value;
  const [first, second] = given;
  if (callee.kind !== 'member' || callee.property !== 'erase' || first?.value.kind !== 'name' || second !== undefined)
    return undefined;
  const container = placePath(callee.object);
  // A key stays what it is: only what looks like an iterator.
  if (
    container === undefined ||
    !/^(?:it|iter|itr|i|pos|found|\w*(?:_it|It|_iter|Iter|iterator))$/.test(first.value.name)
  )
    return undefined;
  return { name: first.value.name, container: shown(container), method: 'erase' };
}

/** The first place where a name is read before it is given something new; none behind a jump. */
function firstUse(statements: readonly Statement[], name: string): Place | undefined {
  for (const node of walk(statements, { intoFunctions: false })) {
    if (node.kind === 'assign' && node.operator === undefined && node.targets.some((target) => isName(target, name)))
      return [...walk([node.value])].find((inner) => inner.kind === 'name' && inner.name === name)?.at;
    if (node.kind === 'assignment' && isName(node.target, name)) return undefined;
    if (node.kind === 'declare' && node.name === name) return undefined;
    if (node.kind === 'goto' || node.kind === 'label') return undefined;
    if (node.kind === 'for-each' && isName(node.target, name)) return undefined;
    // Only what follows it: comparing it with the end or handing out its copy may be meant.
    if (isFollowed(node, name)) return node.at;
  }
  return undefined;
}

function isFollowed(node: Expression | Statement, name: string): boolean {
  if (node.kind === 'unary' && (node.operator === 'deref' || node.operator === 'increment'))
    return isName(node.operand, name);
  if (node.kind === 'member' || node.kind === 'index') return isName(node.object, name);
  if (node.kind === 'call') return node.arguments.some(({ value }) => isName(value, name));
  if (node.kind === 'return') return node.value !== undefined && isName(node.value, name);
  if (node.kind === 'binary') return isName(node.left, name) || isName(node.right, name);
  return false;
}

function isName(node: Expression, name: string): boolean {
  return node.kind === 'name' && node.name === name;
}
