import type { ModuleFacts } from '../facts.ts';
import type { Expression, IrModule } from '../ir.ts';
import { countWork } from '../rule-work.ts';
import { childrenOf, type IrNode } from './walk.ts';
import { lastName, writtenName } from './written-name.ts';

/** What a value is used for, by the names of the places it gets to within its function. */
export interface Uses {
  /** Variables, properties, keys, keyword arguments, called functions and the function that returns it; as written. */
  readonly names: readonly string[];
  /** Name of the function around it; empty at the top level. */
  readonly within: string;
  /** The value, or something made of it, is given back by that function. */
  readonly isReturned: boolean;
  /** What is done with it, wherever it gets to. */
  readonly roles: ReadonlySet<UseRole>;
}

/** `compared`: in a comparison or a test, or cut to a range. `divisor`, `factor`: of `/` and `*`. */
export type UseRole = 'compared' | 'divisor' | 'factor' | 'index';

interface Tree {
  readonly parents: ReadonlyMap<IrNode, IrNode>;
  /** What is assigned to a name, by name. */
  readonly definitions: ReadonlyMap<
    string,
    readonly { readonly value: Expression; readonly around: IrNode | undefined }[]
  >;
  /** Places where a name is read, by name. */
  readonly reads: ReadonlyMap<string, readonly IrNode[]>;
}

const trees = new WeakMap<IrModule, Tree>();

/** How often the value may get a new name before it is no longer followed. */
const MAX_NAMES = 6;
/** Names that are read in more places are counters and the like. */
const MAX_READS = 40;

/** Node directly around another one. */
export function parentOf(facts: ModuleFacts, node: IrNode): IrNode | undefined {
  return treeOf(facts.module).parents.get(node);
}

/** Nodes around another one, innermost first. */
export function* ancestorsOf(facts: ModuleFacts, node: IrNode): Generator<IrNode> {
  const { parents } = treeOf(facts.module);
  for (let at = parents.get(node); at !== undefined; at = parents.get(at)) {
    countWork();
    yield at;
  }
}

/**
 * The expression whose value a name has, when the function around (or else the file) assigns it in one place alone; the
 * expression itself when it is no such name.
 */
export function definitionOf(facts: ModuleFacts, expression: Expression): Expression {
  let at = expression;
  for (let step = 0; step < 4; step += 1) {
    if (at.kind !== 'name') return at;
    const tree = treeOf(facts.module);
    const all = tree.definitions.get(at.name) ?? [];
    const around = functionAround(tree.parents, at);
    const here = all.filter((one) => one.around === around);
    const found = here.length > 0 ? here : all.filter((one) => one.around === undefined);
    const only = found.length === 1 ? found[0] : undefined;
    if (only === undefined) return at;
    at = only.value;
  }
  return at;
}

/** Qualified name of the call that made what an expression stands for: `smtplib.SMTP`. */
export function makerOf(facts: ModuleFacts, expression: Expression): string | undefined {
  const made = definitionOf(facts, expression);
  return facts.calls.find((call) => call.expression === made)?.names[0];
}

/** Where the value of `start` goes, as far as names tell: a hint, not a flow. */
export function usesOf(facts: ModuleFacts, start: Expression): Uses {
  const { parents, reads } = treeOf(facts.module);
  const names = new Set<string>();
  const followed = new Set<string>();
  const queue: IrNode[] = [start];
  const around = functionAround(parents, start);
  const roles = new Set<UseRole>();
  let isReturned = false;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (let at: IrNode = node, parent = parents.get(at); parent !== undefined; at = parent, parent = parents.get(at)) {
      countWork();
      if (parent.kind === 'function' || parent.kind === 'class') break;
      if (isBody(parent, at)) break;
      if (parent.kind === 'return' || (parent.kind === 'unary' && parent.operator === 'yield')) isReturned = true;
      for (const target of targetsOf(parent, at)) {
        const name = writtenName(target);
        names.add(name);
        names.add(lastName(target));
        // `session[cookie] = value`: the key says what it is, too.
        if (target.kind === 'index') names.add(lastName(target.index));
        if (target.kind !== 'name' && !name.startsWith('self.')) continue;
        if (followed.has(name) || followed.size >= MAX_NAMES) continue;
        followed.add(name);
        const places = (reads.get(name) ?? []).filter((read) => functionAround(parents, read) === around);
        if (places.length <= MAX_READS) queue.push(...places);
      }
      for (const name of namesFrom(parent, at)) names.add(name);
      const role = roleOf(parent, at);
      if (role !== undefined) roles.add(role);
    }
  }
  names.delete('');
  const within = around?.kind === 'function' ? around.function.name : '';
  return { names: [...names], within, isReturned, roles };
}

const CUT: ReadonlySet<string> = new Set(['min', 'max', 'clamp', 'startswith', 'endswith', 'match', 'fullmatch']);

function roleOf(parent: IrNode, at: IrNode): UseRole | undefined {
  switch (parent.kind) {
    case 'compare':
    case 'logical':
      return 'compared';
    case 'unary':
      return parent.operator === 'not' ? 'compared' : undefined;
    case 'if':
    case 'conditional':
    case 'assert':
      return parent.test === at ? 'compared' : undefined;
    case 'loop':
      return parent.test === at ? 'compared' : undefined;
    case 'binary':
      if (parent.operator === '*') return 'factor';
      return parent.right === at && DIVISIONS.has(parent.operator) && !isText(parent.left) ? 'divisor' : undefined;
    case 'assign':
      return parent.value === at && parent.operator !== undefined && DIVISIONS.has(parent.operator)
        ? 'divisor'
        : undefined;
    case 'index':
      return parent.index === at ? 'index' : undefined;
    case 'call':
      return CUT.has(lastName(parent.callee)) ? 'compared' : undefined;
    default:
      return undefined;
  }
}

const DIVISIONS: ReadonlySet<string> = new Set(['/', '//']);

function isText(expression: Expression): boolean {
  return (expression.kind === 'literal' && typeof expression.value === 'string') || expression.kind === 'template';
}

function functionAround(parents: ReadonlyMap<IrNode, IrNode>, node: IrNode): IrNode | undefined {
  for (let at = parents.get(node); at !== undefined; at = parents.get(at)) {
    countWork();
    if (at.kind === 'function') return at;
  }
  return undefined;
}

/** Whether `at` is a statement of a block of `parent` rather than a part of its head. */
function isBody(parent: IrNode, at: IrNode): boolean {
  switch (parent.kind) {
    case 'if':
    case 'loop':
      return at !== parent.test;
    case 'for-each':
      return at !== parent.iterable;
    case 'with':
      return !parent.resources.some(({ value }) => value === at);
    case 'switch':
      return at !== parent.subject;
    case 'try':
    case 'block':
    case 'label':
      return true;
    default:
      return false;
  }
}

/** What the value is bound to by `parent`. */
function targetsOf(parent: IrNode, at: IrNode): readonly Expression[] {
  switch (parent.kind) {
    case 'assign':
      // `code, err := newCode()`
      return parent.value === at
        ? parent.targets.flatMap((target) => (target.kind === 'sequence' ? target.items : [target]))
        : [];
    case 'assignment':
      return parent.value === at ? [parent.target] : [];
    case 'declare':
      return parent.value === at ? [{ kind: 'name', name: parent.name, at: parent.at }] : [];
    case 'for-each':
      return parent.iterable === at ? [parent.target] : [];
    case 'with':
      return parent.resources.flatMap(({ value, target }) => (value === at && target !== undefined ? [target] : []));
    case 'call': {
      // `parts.append(value)` puts it into `parts`.
      const { callee } = parent;
      return callee.kind === 'member' && callee !== at && COLLECT.has(callee.property) ? [callee.object] : [];
    }
    default:
      return [];
  }
}

const COLLECT: ReadonlySet<string> = new Set(['append', 'add', 'extend', 'insert', 'push', 'write', 'update']);

/** Further names that say what the value is for. */
function namesFrom(parent: IrNode, at: IrNode): readonly string[] {
  switch (parent.kind) {
    case 'call': {
      if (parent.callee === at) return [];
      const named = parent.arguments.find(({ value }) => value === at)?.name;
      // `set_cookie('session', value)`: the constant beside it tells what it is.
      const first = parent.arguments[0]?.value;
      const label = first !== undefined && first !== at ? textsOf(first) : [];
      return [writtenName(parent.callee), ...(named === undefined ? [] : [named]), ...label];
    }
    case 'template':
      return textsOf(parent);
    case 'record': {
      const key = parent.entries.find(({ value }) => value === at)?.key;
      return key?.kind === 'literal' && typeof key.value === 'string' ? [key.value] : [];
    }
    case 'compare':
      return [lastName(parent.left === at ? parent.right : parent.left)];
    default:
      return [];
  }
}

/** Short constant texts of an expression that is put together from some. */
function textsOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' && expression.value.length <= 80 ? [expression.value] : [];
    case 'template':
      return expression.parts.flatMap(textsOf);
    case 'binary':
      return [expression.left, expression.right].flatMap((side) => (side.kind === 'literal' ? textsOf(side) : []));
    default:
      return [];
  }
}

function treeOf(module: IrModule): Tree {
  const known = trees.get(module);
  if (known !== undefined) return known;
  const parents = new Map<IrNode, IrNode>();
  const reads = new Map<string, IrNode[]>();
  const assigned: { readonly name: string; readonly value: Expression; readonly node: IrNode }[] = [];
  const stack: IrNode[] = [...module.body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'assign') {
      for (const target of node.targets)
        if (target.kind === 'name') assigned.push({ name: target.name, value: node.value, node });
    } else if (node.kind === 'declare' && node.value !== undefined)
      assigned.push({ name: node.name, value: node.value, node });
    else if (node.kind === 'with') {
      for (const { target, value } of node.resources) {
        if (target?.kind === 'name') assigned.push({ name: target.name, value, node });
      }
    }
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      stack.push(child);
      const name = child.kind === 'name' || child.kind === 'member' ? writtenName(child) : '';
      if (name === '' || (node.kind === 'assign' && node.value !== child)) continue;
      const places = reads.get(name);
      if (places === undefined) reads.set(name, [child]);
      else places.push(child);
    }
  }
  const definitions = new Map<string, { readonly value: Expression; readonly around: IrNode | undefined }[]>();
  for (const { name, value, node } of assigned) {
    const one = { value, around: functionAround(parents, node) };
    definitions.set(name, [...(definitions.get(name) ?? []), one]);
  }
  const tree = { parents, reads, definitions };
  trees.set(module, tree);
  return tree;
}
