import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import type { LookedAt } from '#engine/analysis/judges/looked-at.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** What is taken from, or subtracted from the size of, something that may hold nothing. */
export interface EmptyUse {
  readonly name: string;
  readonly how: 'size' | 'item';
  readonly at: Place;
}

const HELD = /(?:^|::)(?:vector|deque|list|queue|stack|priority_queue|w?string|string_view|span)$/;

/**
 * `file.size() - kTrailer`, `words[words.size() - 1]`, `line.back()` of a parameter or a variable that somebody else has
 * filled, where nothing before asks how much is in it.
 */
export function emptyUses({ body }: IrFunction, declared: DeclaredNames, looked: LookedAt): readonly EmptyUse[] {
  const found: EmptyUse[] = [];
  const filled = new Set<string>();
  for (const node of bodyNodes(body)) {
    if (node.kind === 'call' && node.callee.kind === 'member') {
      const path = placePath(node.callee.object);
      if (
        path !== undefined &&
        /^(?:push_back|emplace_back|push|emplace|resize|append|insert|assign)$/.test(node.callee.property)
      )
        filled.add(path);
    }
    if (node.kind === 'assign') {
      const path = placePath(node.targets[0]);
      if (path !== undefined) filled.add(path);
    }
    if (node.kind === 'for-each') {
      const path = placePath(node.iterable);
      if (path !== undefined) filled.add(path);
    }
    if (node.kind === 'loop' && node.test !== undefined)
      for (const inner of walk([node.test])) {
        const path = inner.kind === 'name' || inner.kind === 'member' ? placePath(inner) : undefined;
        if (path !== undefined) filled.add(path);
      }
    const use = usedIn(node);
    if (use === undefined || filled.has(use.path)) continue;
    const one = declared.of(use.path);
    if (one?.type === undefined || (one.type.pointers ?? 0) > 0 || !HELD.test(one.type.name)) continue;
    // Fields are kept as the class means them; variables with a value are what somebody has made.
    if (one.kind === 'local' ? !isParsed(body, use.path) : one.kind !== 'parameter') continue;
    if (looked.withZero(use.path, node.at.start)) continue;
    found.push({ name: use.path, how: use.how, at: node.at });
    filled.add(use.path);
  }
  return found;
}

function usedIn(
  node: Parameters<typeof placePath>[0] | { readonly kind: string },
): { readonly path: string; readonly how: EmptyUse['how'] } | undefined {
  if (node === undefined || !('at' in node)) return undefined;
  if (node.kind === 'binary' && node.operator === '-') {
    const path = sizeOf(node.left);
    return path === undefined || !isAmount(node.right) ? undefined : { path, how: 'size' };
  }
  if (node.kind === 'call' && node.callee.kind === 'member' && node.arguments.length === 0) {
    if (!/^(?:front|back|pop_back|pop_front|top)$/.test(node.callee.property)) return undefined;
    const path = placePath(node.callee.object);
    return path === undefined ? undefined : { path, how: 'item' };
  }
  return undefined;
}

/** A number or a constant: what depends on a search was found somewhere. */
function isAmount(value: Expression): boolean {
  if (value.kind === 'literal') return typeof value.value === 'number' && value.value > 0;
  if (value.kind === 'unary') return value.operator === 'size';
  return value.kind === 'name' && /^(?:k[A-Z]\w*|[A-Z][A-Z0-9_]+)$/.test(value.name);
}

function sizeOf(value: Expression): string | undefined {
  const inner = value.kind === 'cast' ? value.operand : value;
  if (inner.kind !== 'call' || inner.callee.kind !== 'member' || inner.arguments.length > 0) return undefined;
  return /^(?:size|length)$/.test(inner.callee.property) ? placePath(inner.callee.object) : undefined;
}

/** A variable that is filled from a stream, or by a function that splits or reads. */
function isParsed(body: IrFunction['body'], path: string): boolean {
  for (const node of bodyNodes(body)) {
    if (node.kind === 'declare' && node.name === path && node.value?.kind === 'call')
      return /split|tokeni|read|recv|receive|parse|load/i.test(nameOf(node.value.callee));
    if (node.kind === 'call' && /^(?:getline|operator>>)$/.test(nameOf(node.callee)))
      if (node.arguments.some(({ value }) => placePath(value) === path)) return true;
  }
  return false;
}

function nameOf(callee: Expression): string {
  return callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '';
}
