import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import type { LookedAt } from '#engine/analysis/judges/looked-at.ts';
import type { OutsideNumber } from '#engine/analysis/judges/outside-number.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { speaksOf } from '#engine/analysis/judges/speaks-of.ts';

/** A divisor that may be zero, and that nothing has compared with it. */
export interface ZeroDivisor {
  readonly name: string;
  readonly how: 'size' | 'count' | 'read';
  readonly at: Place;
}

/** `sum / values.size()`, `total_ / count_` of a counter of the class, `x / std::stoi(text)`. */
export function zeroDivisors(
  { body, name: functionName }: IrFunction,
  declared: DeclaredNames,
  numbers: ReadonlyMap<string, OutsideNumber>,
  looked: LookedAt,
  counters: ReadonlySet<string>,
  guarded: ReadonlySet<string>,
): readonly ZeroDivisor[] {
  if (functionName === 'constructor') return [];
  const found: ZeroDivisor[] = [];
  for (const node of bodyNodes(body)) {
    const divisor =
      node.kind === 'binary' && /^[/%]$/.test(node.operator)
        ? node.right
        : node.kind === 'assign' && node.operator !== undefined && /^[/%]$/.test(node.operator)
          ? node.value
          : undefined;
    if (divisor === undefined) continue;
    const inner = withoutCasts(divisor);
    const { start } = divisor.at;
    const container = sizedPath(inner);
    if (container !== undefined) {
      const one = declared.of(container);
      // Of a class that another file has, the name says that it is a field.
      const isElsewhere = one === undefined && /^(?:m_\w+|[a-z]\w*_)$/.test(container);
      if ((!isElsewhere && !isResizable(one?.type?.name)) || guarded.has(container)) continue;
      if (one?.kind === 'global' || (one?.kind === 'local' && one.hasValue)) continue;
      if (!looked.withZero(container, start) && !isFilled(body, container, start))
        found.push({ name: container, how: 'size', at: node.at });
      continue;
    }
    const path = placePath(inner);
    if (path === undefined || looked.withZero(path, start)) continue;
    const number = numbers.get(path);
    if (number !== undefined && number.at.end <= start) found.push({ name: path, how: 'read', at: node.at });
    else if (counters.has(path) && !isChanged(body, path)) found.push({ name: path, how: 'count', at: node.at });
  }
  return found;
}

function withoutCasts(value: Expression): Expression {
  let at = value;
  while (at.kind === 'cast') at = at.operand;
  return at.kind === 'call' &&
    at.callee.kind === 'name' &&
    /^(?:double|float|int|size_t|u?int\d+_t)$/.test(at.callee.name)
    ? (at.arguments[0]?.value ?? at)
    : at;
}

function sizedPath(value: Expression): string | undefined {
  if (value.kind !== 'call' || value.arguments.length > 0 || value.callee.kind !== 'member') return undefined;
  return /^(?:size|length|count)$/.test(value.callee.property) ? placePath(value.callee.object) : undefined;
}

function isResizable(type: string | undefined): boolean {
  return (
    type !== undefined &&
    /(?:^|::)(?:vector|deque|list|set|map|unordered_map|unordered_set|span|w?string|string_view)$/.test(type)
  );
}

/** Something is put into the container before, at whatever place: whoever does that has thought of it. */
function isFilled(body: IrFunction['body'], container: string, before: number): boolean {
  for (const node of bodyNodes(body)) {
    if (node.at.start >= before) continue;
    if (node.kind === 'for-each' && placePath(node.iterable) === container && node.at.end > before) return true;
    if (node.kind === 'loop' && node.at.end > before && node.test !== undefined && speaksOf(node.test, container))
      return true;
    if (node.kind !== 'call' || node.callee.kind !== 'member' || placePath(node.callee.object) !== container) continue;
    if (/^(?:push_back|emplace_back|insert|emplace|resize|assign)$/.test(node.callee.property)) return true;
  }
  return false;
}

/** The function counts itself before it divides. */
function isChanged(body: IrFunction['body'], path: string): boolean {
  for (const node of bodyNodes(body)) {
    if (node.kind === 'unary' && node.operator === 'increment' && placePath(node.operand) === path) return true;
    if (node.kind === 'assign' && node.targets.some((target) => placePath(target) === path)) return true;
  }
  return false;
}
