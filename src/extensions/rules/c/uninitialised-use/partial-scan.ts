import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { CompareExpression, Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { type IrNode } from '#engine/analysis/judges/walk.ts';

/** A variable that a scan leaves as it was while its result passes the test. */
export interface PartialScan {
  readonly variable: string;
  readonly at: Place;
}

/** Position of the format. */
const SCANS: Readonly<Record<string, number>> = { scanf: 0, sscanf: 1, fscanf: 1 };
const CONVERSION = /%(\*?)\d*(?:hh|ll|[hljztLm])?(?:\[\^?\]?[^\]]*\]|[a-zA-Z%])/g;

/** `sscanf(line, "%d:%d", &hour, &minute) < 1`: one number is enough for it, and `minute` is read all the same. */
export function partialScans({ functions }: ModuleFacts): readonly PartialScan[] {
  return functions.flatMap(({ function: one }) => ofFunction(one));
}

function ofFunction(one: IrFunction): readonly PartialScan[] {
  const nodes = [...bodyNodes(one.body, { intoFunctions: false })];
  const compares = nodes.filter((node): node is CompareExpression => node.kind === 'compare' && isScan(node.left));
  if (compares.length === 0) return [];
  const empty = new Set(
    nodes.flatMap((node) =>
      node.kind === 'declare' && node.value === undefined && node.isStatic !== true ? [node.name] : [],
    ),
  );
  const found: PartialScan[] = [];
  for (const compare of compares) {
    const least = leastOf(compare);
    if (compare.left.kind !== 'call' || least === undefined) continue;
    const position = SCANS[nameOf(compare.left.callee)] ?? 0;
    const format = compare.left.arguments[position]?.value;
    if (format?.kind !== 'literal' || typeof format.value !== 'string') continue;
    const count = [...format.value.matchAll(CONVERSION)].filter(
      ([whole, star]) => star !== '*' && !whole.endsWith('%'),
    ).length;
    if (least >= count) continue;
    for (const { value } of compare.left.arguments.slice(position + 1 + least, position + 1 + count)) {
      const variable = rootOf(value);
      if (variable === undefined || !empty.has(variable) || isSetBefore(nodes, variable, compare.at)) continue;
      const isRead = nodes.some(
        (node) => node.kind === 'name' && node.name === variable && node.at.start > compare.at.end,
      );
      if (!isRead) continue;
      found.push({ variable, at: compare.at });
      break;
    }
  }
  return found;
}

/** How many numbers are there at least where the scan counts as a success. */
function leastOf({ operator, right }: CompareExpression): number | undefined {
  if (right.kind === 'unary' && right.operator === 'minus')
    return operator === '==' || operator === '!=' ? 0 : undefined;
  if (right.kind === 'name') return right.name === 'EOF' && (operator === '==' || operator === '!=') ? 0 : undefined;
  if (right.kind !== 'literal' || typeof right.value !== 'number') return undefined;
  if (operator === '<=' || operator === '>') return right.value + 1;
  return operator === '<' || operator === '>=' || (operator === '!=' && right.value > 0) ? right.value : undefined;
}

function isScan(left: Expression): boolean {
  return left.kind === 'call' && Object.hasOwn(SCANS, nameOf(left.callee));
}

function nameOf(callee: Expression): string {
  return callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '';
}

/** `s` in `&s.hour`. */
function rootOf(given: Expression): string | undefined {
  if (given.kind === 'unary' && given.operator === 'address') return rootOf(given.operand);
  if (given.kind === 'member') return rootOf(given.object);
  return given.kind === 'name' ? given.name : undefined;
}

/** Somebody has given it a value, or its address, before. */
function isSetBefore(nodes: readonly IrNode[], variable: string, { start }: Place): boolean {
  return nodes.some((node) => {
    if (node.at.start >= start) return false;
    if (node.kind === 'assignment') return rootOf(node.target) === variable;
    if (node.kind === 'assign') return node.targets.some((target) => rootOf(target) === variable);
    return node.kind === 'unary' && node.operator === 'address' && rootOf(node.operand) === variable;
  });
}
