import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { isNumberByName } from '#engine/analysis/judges/inert-value.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** A write `object[key] = …` that can reach an inner object which a key led to. */
export interface DeepWrite {
  readonly at: Place;
  /** As it is written. */
  readonly object: string;
  readonly keys: readonly string[];
}

interface IndexWrite {
  readonly at: Place;
  readonly object: string;
  readonly key: Expression;
  readonly value: Expression;
}

/**
 * Writes of a function that goes down into objects by keys: it calls itself with `object[key]`, or makes `object` its
 * own member (`object = object[key]`) on the way.
 */
export function deepWrites(inside: IrFunction): readonly DeepWrite[] {
  const nodes = nodesOf(inside);
  const keys = loopKeys(nodes);
  const isOpen = (key: Expression): boolean => isOpenKey(key) || (key.kind === 'name' && keys.has(key.name));
  const writes = distinct(nodes.flatMap(indexWrites).filter(({ key }) => isOpen(key))).filter(
    ({ key, object }) => !isOwnKey(nodes, object, writtenName(key)),
  );
  if (writes.length === 0) return [];
  const parameters = new Set(inside.parameters.map(({ name }) => name));
  const members = memberNames(nodes, isOpen);
  const write = writes.find(({ object }) => {
    // With one parameter the keys are those of the object itself.
    const isParameter = inside.parameters.length > 1 && parameters.has(object);
    return (
      (isParameter && nodes.some((node) => callsItself(node, inside.name, object, members, isOpen))) ||
      nodes.some((node) => descends(node, object, isOpen)) ||
      isReducer(nodes, object)
    );
  });
  return write === undefined ? [] : [{ at: write.at, object: write.object, keys: [writtenName(write.key)] }];
}

/** The first write of each object by each key; more of them say nothing new. */
function distinct(writes: readonly IndexWrite[]): readonly IndexWrite[] {
  const byName = new Map<string, IndexWrite>();
  for (const write of writes) {
    const name = `${write.object} ${writtenName(write.key)}`;
    if (!byName.has(name)) byName.set(name, write);
  }
  return [...byName.values()].slice(0, MOST_WRITES);
}

const MOST_WRITES = 40;

/** Functions with more nodes than this wrap a library, whose own functions are looked at one by one. */
const MOST_NODES = 3000;

function nodesOf(inside: IrFunction): readonly IrNode[] {
  const nodes: IrNode[] = [];
  for (const node of walk(inside.body)) {
    if (nodes.length >= MOST_NODES) return [];
    nodes.push(node);
  }
  return nodes;
}

type IsOpen = (key: Expression) => boolean;

/** Names that loops over the keys of an object bind. */
function loopKeys(nodes: readonly IrNode[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) =>
      node.kind === 'for-each' && node.isOverKeys === true && node.target.kind === 'name' ? [node.target.name] : [],
    ),
  );
}

/** Whether the key is one that the object has: `for (key in object) object[key] = …`. */
function isOwnKey(nodes: readonly IrNode[], object: string, key: string): boolean {
  const mentions = (root: IrNode): boolean =>
    [...walk([root], { intoFunctions: false })].some((node) => writtenNameOf(node) === object);
  return nodes.some((node) => {
    if (node.kind === 'for-each') return bindsName(node.target, key) && mentions(node.iterable);
    if (node.kind !== 'call' || node.callee.kind !== 'member') return false;
    const callback = node.arguments[0]?.value;
    return (
      callback?.kind === 'function' &&
      callback.function.parameters.some(({ target }) => bindsName(target, key)) &&
      mentions(node.callee.object)
    );
  });
}

function bindsName(target: Expression, name: string): boolean {
  return [...walk([target])].some((node) => node.kind === 'name' && node.name === name);
}

function writtenNameOf(node: IrNode): string {
  return node.kind === 'name' || node.kind === 'member' ? writtenName(node) : '';
}

/** `object[key] = value`, as a statement or inside an expression. */
export function indexWrites(node: IrNode): readonly IndexWrite[] {
  if (node.kind === 'assignment') return indexWrite(node.target, node.value);
  return node.kind === 'assign' ? node.targets.flatMap((target) => indexWrite(target, node.value)) : [];
}

function indexWrite(target: Expression, value: Expression): readonly IndexWrite[] {
  if (target.kind !== 'index') return [];
  return [{ at: target.at, object: writtenName(target.object), key: target.index, value }];
}

/** Whether a key is neither constant nor a number by its looks. */
export function isOpenKey(key: Expression): boolean {
  if (key.kind === 'literal' || key.kind === 'slice') return false;
  if (key.kind === 'binary')
    return (
      key.operator === '+' &&
      [key.left, key.right].some((side) => side.kind === 'literal' && typeof side.value === 'string')
    );
  // `field.name` is an entry of a description, as a rule.
  if (key.kind === 'unary' || key.kind === 'typed' || key.kind === 'member') return false;
  // `keys[i]` is a key whatever `i` is.
  if (key.kind === 'index') return true;
  // `k` and the like are keys in a loop over keys as often as they are numbers.
  if (key.kind === 'name' && /^(?:ch?|char|letter)$/.test(key.name)) return false;
  return (key.kind === 'name' && /^[knpx]$/.test(key.name)) || !isNumberByName(key);
}

/** Names that hold `object[key]`, by name. */
function memberNames(nodes: readonly IrNode[], isOpen: IsOpen): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const node of nodes) {
    if (node.kind !== 'assign') continue;
    const value = withoutDefault(node.value);
    if (value.kind !== 'index' || !isOpen(value.index)) continue;
    for (const target of node.targets) if (target.kind === 'name') names.set(target.name, writtenName(value.object));
  }
  return names;
}

const GOING_DOWN = /merge|extend|assign|default|deep|mixin|apply|recurs|walk|set|copy|fill|override/i;

function callsItself(
  node: IrNode,
  own: string,
  object: string,
  members: ReadonlyMap<string, string>,
  isOpen: IsOpen,
): boolean {
  if (node.kind !== 'call') return false;
  const name = lastName(node.callee);
  if (own === '' ? !GOING_DOWN.test(name) && name !== 'callee' : name !== own && !isAlias(name, own)) return false;
  return node.arguments.some(({ value }) => {
    const given = withoutDefault(value);
    if (given.kind === 'index') return writtenName(given.object) === object && isOpen(given.index);
    return given.kind === 'name' && members.get(given.name) === object;
  });
}

/** `exports.merge = function deepMerge` calls itself under either name. */
function isAlias(name: string, own: string): boolean {
  return (
    GOING_DOWN.test(name) &&
    GOING_DOWN.test(own) &&
    (name.toLowerCase().includes(own.toLowerCase()) || own.toLowerCase().includes(name.toLowerCase()))
  );
}

/** `object = object[key]`, with or without a default or an assignment in between. */
function descends(node: IrNode, object: string, isOpen: IsOpen): boolean {
  const targets = node.kind === 'assign' ? node.targets : node.kind === 'assignment' ? [node.target] : [];
  if (targets.length === 0 || (node.kind !== 'assign' && node.kind !== 'assignment')) return false;
  if (!targets.some((target) => writtenName(target) === object && target.kind !== 'index')) return false;
  const value = withoutDefault(node.value);
  return value.kind === 'index' && writtenName(value.object) === object && isOpen(value.index);
}

/** `keys.reduce((object, key) => object[key] = object[key] || {}, root)`. */
function isReducer(nodes: readonly IrNode[], object: string): boolean {
  return nodes.some((node) => {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== 'reduce') return false;
    const callback = node.arguments[0]?.value;
    if (callback?.kind !== 'function') return false;
    const [accumulator, key] = callback.function.parameters;
    if (accumulator?.name !== object || key === undefined) return false;
    return [...walk(callback.function.body)].some(
      (inner) => inner.kind === 'return' && inner.value !== undefined && returnsMember(inner.value, object),
    );
  });
}

function returnsMember(value: Expression, object: string): boolean {
  const plain = withoutDefault(value);
  return plain.kind === 'index' && writtenName(plain.object) === object && isOpenKey(plain.index);
}

/** `a` of `a || {}`, `a ?? b`, `x = a`, `(…, a)`. */
function withoutDefault(value: Expression): Expression {
  if (value.kind === 'logical') return withoutDefault(value.left);
  if (value.kind === 'assignment') return value.target.kind === 'index' ? value.target : withoutDefault(value.value);
  if (value.kind === 'conditional') return withoutDefault(value.then.kind === 'index' ? value.then : value.otherwise);
  return value.kind === 'cast' ? withoutDefault(value.operand) : value;
}
