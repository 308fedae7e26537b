import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** An access at a place so far in, of so much, of which only one was compared with the size. */
export interface LooseSum {
  readonly compared: string;
  readonly forgotten: string;
  readonly at: Place;
}

type Compare = Extract<Expression, { kind: 'compare' }>;

const COPIES = /^(?:memcpy|memmove|memset|copy_n|strncpy|read|recv|fread)$/;

/**
 * `if (n > capacity_) return; memcpy(body_ + used_, data, n);`, and `if (at > all.size()) return;` before a loop over
 * `all[at + i]`: nothing asks about both together.
 */
export function looseSums({ body }: IrFunction, declared: DeclaredNames): readonly LooseSum[] {
  const found: LooseSum[] = [];
  const { compares, tested } = testsOf(body);
  for (const node of bodyNodes(body)) {
    if (node.kind === 'call' && COPIES.test(lastName(node.callee))) {
      const [into, , third] = node.arguments.map(({ value }) => value);
      const isRead = /^(?:read|recv)$/.test(lastName(node.callee));
      const place = isRead ? node.arguments[1]?.value : into;
      const length = placePath(third);
      const offset = place === undefined ? undefined : offsetOf(place, declared);
      if (length === undefined || offset === undefined || offset === length) continue;
      const isCompared = compares.some((one) => isLimit(one, length) && !names(one).has(offset));
      if (isCompared && !tested.has(offset)) found.push({ compared: length, forgotten: offset, at: node.at });
    } else if (node.kind === 'loop') {
      const round = roundsOf(node);
      if (round === undefined || tested.has(round.end)) continue;
      for (const inner of walk(node.body)) {
        if (inner.kind === 'compare') break;
        if (inner.kind !== 'index') continue;
        const container = placePath(inner.object);
        const start = startOf(inner.index, round.counter);
        if (container === undefined || start === undefined || start === round.end) continue;
        if (!compares.some((one) => comparesSize(one, start, container))) continue;
        found.push({ compared: start, forgotten: round.end, at: inner.at });
        break;
      }
    }
  }
  return found;
}

/** Comparisons that decide something, and every path they and other tests speak of. */
function testsOf(body: readonly Statement[]): {
  readonly compares: readonly Compare[];
  readonly tested: ReadonlySet<string>;
} {
  const compares: Compare[] = [];
  const tested = new Set<string>();
  const empty = new Set<unknown>();
  for (const node of bodyNodes(body)) {
    const test = node.kind === 'if' || node.kind === 'conditional' || node.kind === 'assert' ? node.test : undefined;
    const isBound =
      node.kind === 'call' &&
      /^(?:min|max|clamp|resize|reserve)$|ensure|grow|check|require/i.test(lastName(node.callee));
    const asked = test !== undefined ? [test] : isBound ? node.arguments.map(({ value }) => value) : [];
    for (const one of walk(asked)) {
      if (one.kind === 'compare' && !/^[=!]=$/.test(one.operator)) compares.push(one);
      if (one.kind === 'compare' && isZero(one)) continue;
      // Whether there are any says nothing of how many.
      if (one.kind === 'member' && one.property === 'empty') empty.add(one.object);
      if (empty.has(one)) continue;
      const path = one.kind === 'name' || one.kind === 'member' ? placePath(one) : undefined;
      if (path !== undefined) tested.add(path);
    }
    if (node.kind === 'loop' && node.test !== undefined && node.step === undefined)
      for (const one of walk([node.test])) {
        const path = one.kind === 'name' || one.kind === 'member' ? placePath(one) : undefined;
        if (path !== undefined) tested.add(path);
      }
  }
  return { compares, tested };
}

function isZero({ left, right }: Compare): boolean {
  return [left, right].some((side) => side.kind === 'literal' && side.value === 0);
}

function names(compare: Compare): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const node of walk([compare])) {
    const path = node.kind === 'name' || node.kind === 'member' ? placePath(node) : undefined;
    if (path !== undefined) paths.add(path);
  }
  return paths;
}

/** `n > capacity_`: the number alone with a limit that is no literal. */
function isLimit({ operator, left, right }: Compare, path: string): boolean {
  const [limit] = placePath(left) === path ? [right] : placePath(right) === path ? [left] : [];
  if (limit === undefined || !/^[<>]=?$/.test(operator)) return false;
  return (
    limit.kind !== 'literal' && (placePath(limit) !== undefined || limit.kind === 'call' || limit.kind === 'unary')
  );
}

/** The field of the object that says how far into a buffer of the same object a copy begins. */
function offsetOf(place: Expression, declared: DeclaredNames): string | undefined {
  const inner = place.kind === 'cast' ? place.operand : place;
  if (inner.kind !== 'binary' || inner.operator !== '+') return undefined;
  const base =
    inner.left.kind === 'call' && inner.left.callee.kind === 'member' ? inner.left.callee.object : inner.left;
  const basePath = placePath(base);
  const offset = placePath(inner.right);
  if (basePath === undefined || offset === undefined) return undefined;
  // A local or a parameter may have been compared by whoever made it.
  return isField(basePath, declared) && isField(offset, declared) ? offset : undefined;
}

function isField(path: string, declared: DeclaredNames): boolean {
  return path.startsWith('*this.') || declared.of(path)?.kind === 'field';
}

function roundsOf({
  test,
  step = [],
}: Extract<Statement, { kind: 'loop' }>): { readonly counter: string; readonly end: string } | undefined {
  if (test?.kind !== 'compare' || test.operator !== '<' || test.left.kind !== 'name' || step.length !== 1)
    return undefined;
  const end =
    test.right.kind === 'call' && test.right.callee.kind === 'member'
      ? placePath(test.right.callee.object)
      : placePath(test.right);
  return end === undefined ? undefined : { counter: test.left.name, end };
}

/** `at` of `at + i`. */
function startOf(index: Expression, counter: string): string | undefined {
  if (index.kind !== 'binary' || index.operator !== '+') return undefined;
  const { left, right } = index;
  if (right.kind === 'name' && right.name === counter) return placePath(left);
  if (left.kind === 'name' && left.name === counter) return placePath(right);
  return undefined;
}

/** `at > all.size()` */
function comparesSize({ operator, left, right }: Compare, path: string, container: string): boolean {
  if (!/^[<>]=?$/.test(operator)) return false;
  const [size] = placePath(left) === path ? [right] : placePath(right) === path ? [left] : [];
  return size?.kind === 'call' && size.callee.kind === 'member' && placePath(size.callee.object) === container;
}
