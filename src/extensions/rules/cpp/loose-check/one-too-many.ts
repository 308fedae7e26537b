import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** An index that may be the number of items. */
export interface OneTooMany {
  readonly index: string;
  readonly array: string;
  readonly at: Place;
}

/** `if (i > kCount) return; items_[i]` of `items_[kCount]`, and `if (i > items_.size())`. */
export function oneTooMany({ body }: IrFunction, declared: DeclaredNames): readonly OneTooMany[] {
  const limits = new Map<string, { readonly limit: Expression; readonly at: Place }>();
  const strict = new Set<string>();
  const found: OneTooMany[] = [];
  for (const node of bodyNodes(body)) {
    if (node.kind === 'if' || node.kind === 'conditional' || node.kind === 'assert' || node.kind === 'loop') {
      const isLeft = node.kind === 'if' && /^(?:return|raise|continue|break)$/.test(node.then.at(-1)?.kind ?? '');
      for (const one of node.test === undefined ? [] : walk([node.test])) {
        if (one.kind !== 'compare') continue;
        const index = placePath(one.left);
        if (index === undefined) continue;
        if ((isLeft && one.operator === '>') || (node.kind === 'if' && !isLeft && one.operator === '<='))
          limits.set(index, { limit: one.right, at: one.at });
        else strict.add(index);
      }
    }
    if (node.kind === 'assign' || node.kind === 'unary') {
      const changed = placePath(node.kind === 'assign' ? node.targets[0] : node.operand);
      const changes = node.kind === 'assign' || node.operator === 'increment' || node.operator === 'decrement';
      if (changed !== undefined && changes) limits.delete(changed);
    }
    if (node.kind !== 'index') continue;
    const index = placePath(node.index);
    const limit = index === undefined ? undefined : limits.get(index);
    const array = placePath(node.object);
    if (index === undefined || limit === undefined || array === undefined) continue;
    if (isNumberOf(limit.limit, array, declared)) found.push({ index, array, at: node.at });
  }
  return found.filter(({ index }) => !isAskedAgain(body, index, limits.get(index)?.limit));
}

/** Another comparison with the same limit that is strict. */
function isAskedAgain(body: IrFunction['body'], index: string, limit: Expression | undefined): boolean {
  for (const node of bodyNodes(body))
    if (node.kind === 'compare' && placePath(node.left) === index && node.operator !== '>' && node.operator !== '<=')
      if (node.right.kind === limit?.kind && node.right.kind !== 'literal') return true;
  return false;
}

/** Whether a limit is how many items an array has. */
function isNumberOf(limit: Expression, array: string, declared: DeclaredNames): boolean {
  if (limit.kind === 'call' && limit.callee.kind === 'member' && limit.callee.property === 'size')
    return placePath(limit.callee.object) === array;
  const one = declared.of(array);
  const written =
    placePath(limit)?.replace(/^\*this\./, '') ?? (limit.kind === 'literal' ? String(limit.value) : undefined);
  if (one?.type === undefined || written === undefined) return false;
  const [size, ...more] = one.type.sizes ?? [];
  if (size !== undefined && more.length === 0) {
    const declaredSize = placePath(size) ?? (size.kind === 'literal' ? String(size.value) : undefined);
    return declaredSize === written;
  }
  if (!/(?:^|::)array$/.test(one.type.name)) return false;
  return /,\s*(\w+)\s*>/.exec(one.text)?.[1] === written;
}
