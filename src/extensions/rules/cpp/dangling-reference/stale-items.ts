import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import type { OwnCalls } from './own-calls.ts';
import { ownName } from './own-calls.ts';

/** A reference to an item of a container that has taken it out, or has moved its items. */
export interface StaleItem {
  readonly name: string;
  readonly container: string;
  readonly at: Place;
}

const CONTIGUOUS = /(?:^|::)(?:vector|w?string|InlinedVector|SmallVector|QVector|static_vector)$/;
/** Methods that take out what another one has given. */
const TAKES: Readonly<Record<string, RegExp>> = {
  front: /^(?:pop_front|pop|clear)$/,
  back: /^(?:pop_back|clear)$/,
  top: /^(?:pop|clear)$/,
};
const GROWS = /^(?:push_back|emplace_back|resize|reserve)$/;

interface Item {
  readonly container: string;
  readonly from: 'front' | 'back' | 'top' | 'index' | 'call';
}

/** `Job &job = jobs_.front(); jobs_.pop_front(); run(job);`, `Task &one = tasks_[i]; tasks_.push_back(t); use(one);` */
export function staleItems({ body }: IrFunction, declared: DeclaredNames, own: OwnCalls): readonly StaleItem[] {
  const found: StaleItem[] = [];
  const lists: (readonly Statement[])[] = [body];
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'if') lists.push(node.then, node.otherwise);
    else if (node.kind === 'loop' || node.kind === 'for-each' || node.kind === 'block' || node.kind === 'try')
      lists.push(node.body);
  }
  for (const list of lists)
    list.forEach((statement, position) => {
      if (statement.kind !== 'declare' || statement.type?.isReference !== true) return;
      const item = itemOf(statement.value, own);
      if (item === undefined) return;
      const rest = list.slice(position + 1);
      const change = rest.findIndex((one) => changes(one, item, declared, own));
      if (change < 0) return;
      const at = useIn(rest.slice(change), statement.name, rest[change]);
      if (at !== undefined) found.push({ name: statement.name, container: item.container, at });
    });
  return found;
}

function itemOf(value: Expression | undefined, own: OwnCalls): Item | undefined {
  if (value?.kind === 'index') return item(placePath(value.object), 'index');
  if (value?.kind !== 'call') return undefined;
  const called = ownName(value);
  if (called !== undefined) return item(own.into.get(called), 'call');
  if (value.callee.kind !== 'member') return undefined;
  const { property, object } = value.callee;
  if (property === 'front' || property === 'back' || property === 'top') return item(placePath(object), property);
  return undefined;
}

function item(container: string | undefined, from: Item['from']): Item | undefined {
  return container === undefined ? undefined : { container, from };
}

/** Whether a statement, which runs on every way, takes the item out or may move it. */
function changes(statement: Statement, { container, from }: Item, declared: DeclaredNames, own: OwnCalls): boolean {
  const value =
    statement.kind === 'evaluate' || statement.kind === 'declare'
      ? statement.value
      : statement.kind === 'assign'
        ? statement.value
        : undefined;
  if (value?.kind !== 'call') return false;
  const type = declared.of(container)?.type;
  const isContiguous = type === undefined ? from === 'index' : CONTIGUOUS.test(type.name) && (type.pointers ?? 0) === 0;
  const called = ownName(value);
  if (called !== undefined) return type !== undefined && isContiguous && own.grows.get(called)?.has(container) === true;
  if (value.callee.kind !== 'member' || placePath(value.callee.object) !== container) return false;
  const { property } = value.callee;
  if (from !== 'index' && from !== 'call' && TAKES[from]?.test(property) === true) return true;
  return isContiguous && GROWS.test(property) && (type !== undefined || property !== 'reserve');
}

/** Where a name is read behind the change: in what follows, or beside the reference that the change itself gives. */
function useIn(list: readonly Statement[], name: string, change: Statement | undefined): Place | undefined {
  for (const node of walk(list.slice(change?.kind === 'declare' ? 0 : 1), { intoFunctions: true })) {
    if (node === change) continue;
    if (change !== undefined && isWithin(node, change)) continue;
    if (node.kind === 'declare' && node.name === name) return undefined;
    if (node.kind === 'name' && node.name === name) return node.at;
  }
  return undefined;
}

function isWithin(node: IrNode, outer: Statement): boolean {
  return node.at.start >= outer.at.start && node.at.end <= outer.at.end;
}
