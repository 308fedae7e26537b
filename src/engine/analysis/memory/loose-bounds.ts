import { bodyNodes } from '../judges/body-nodes.ts';
import type { Expression, IrFunction, Statement } from '../ir.ts';
import { walk } from '../judges/walk.ts';
import { placeName } from './place-name.ts';
import type { MemoryFault } from './memory-fault.ts';
import type { MemoryTable } from './memory-table.ts';
import { writtenPath } from './written-path.ts';

/** `i > list->count` refuses one index too few: `list->items[i]` with `i` the count itself is behind the end. */
export function looseBoundsOf(one: IrFunction, { names }: MemoryTable): readonly MemoryFault[] {
  const found: MemoryFault[] = [];
  for (const node of bodyNodes(one.body)) {
    const lists = statementLists(node);
    for (const list of lists) lookThrough(list, names, found);
  }
  lookThrough(one.body, names, found);
  return found;
}

function statementLists(node: Expression | Statement): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case 'if':
      return [node.then, node.otherwise];
    case 'loop':
    case 'block':
    case 'label':
      return [node.body];
    case 'switch':
      return node.cases.map(({ body }) => body);
    default:
      return [];
  }
}

function lookThrough(list: readonly Statement[], names: MemoryTable['names'], found: MemoryFault[]): void {
  list.forEach((statement, position) => {
    if (statement.kind !== 'if') return;
    const { test, then, otherwise } = statement;
    const rest = list.slice(position + 1);
    const whenHeld = leaves(otherwise, names) ? [...then, ...rest] : then;
    const whenNot = leaves(then, names) ? [...otherwise, ...rest] : otherwise;
    for (const [reached, outcome] of [
      [whenHeld, true],
      [whenNot, false],
    ] as const) {
      for (const bound of looseTests(test, outcome, names)) {
        const at = indexWith(reached, bound);
        if (at === undefined) continue;
        found.push({
          kind: 'loose-bound',
          at,
          message: `The test lets '${bound.index}' be as large as the number of elements, and the last one is one below it.`,
          confidence: 'medium',
          since: test.at,
        });
      }
    }
  });
}

interface Loose {
  readonly index: string;
  /** What the elements are counted for: `list` in `list->count`, the array itself in `sizeof`-like counts. */
  readonly owner: string;
  readonly isWhole: boolean;
}

/** Limits that hold when a test comes out so, and are one too high. */
function* looseTests(test: Expression, outcome: boolean, names: MemoryTable['names']): Generator<Loose> {
  if (test.kind === 'unary' && test.operator === 'not') yield* looseTests(test.operand, !outcome, names);
  else if (test.kind === 'logical' && test.operator === (outcome ? 'and' : 'or')) {
    yield* looseTests(test.left, outcome, names);
    yield* looseTests(test.right, outcome, names);
  } else if (test.kind === 'compare') {
    const [below, above] = outcome ? ['<=', '>='] : ['>', '<'];
    const [index, count] =
      test.operator === below ? [test.left, test.right] : test.operator === above ? [test.right, test.left] : [];
    if (index === undefined || count === undefined) return;
    const name = bare(index);
    if (name.kind !== 'name') return;
    const owner = ownerOf(bare(count), names);
    if (owner !== undefined) yield { index: name.name, ...owner };
  }
}

function bare(expression: Expression): Expression {
  return expression.kind === 'cast' ? bare(expression.operand) : expression;
}

/** Whose elements an expression counts. */
function ownerOf(
  count: Expression,
  names: MemoryTable['names'],
): { readonly owner: string; readonly isWhole: boolean } | undefined {
  if (count.kind === 'member' && names.counts.test(count.property)) {
    const owner = writtenPath(count.object);
    return owner === undefined ? undefined : { owner, isWhole: false };
  }
  if (count.kind !== 'call') return undefined;
  const { callee } = count;
  const [first] = count.arguments;
  if (callee.kind === 'member' && names.measures.test(callee.property) && first === undefined) {
    const owner = writtenPath(callee.object);
    return owner === undefined ? undefined : { owner, isWhole: true };
  }
  const owner =
    first !== undefined && names.elements.test(placeName(callee) ?? '') ? writtenPath(first.value) : undefined;
  return owner === undefined ? undefined : { owner, isWhole: true };
}

function indexWith(statements: readonly Statement[], bound: Loose): Expression['at'] | undefined {
  for (const node of walk(statements)) {
    if (changes(node, bound.index)) return undefined;
    if (node.kind !== 'index' || node.index.kind !== 'name' || node.index.name !== bound.index) continue;
    const object = writtenPath(node.object);
    if (object === undefined) continue;
    const isOwn = bound.isWhole
      ? object === bound.owner
      : object.startsWith(`${bound.owner}.`) && !object.slice(bound.owner.length + 1).includes('.');
    if (isOwn) return node.at;
  }
  return undefined;
}

function changes(node: Expression | Statement, name: string): boolean {
  const targets =
    node.kind === 'assign'
      ? node.targets
      : node.kind === 'assignment'
        ? [node.target]
        : node.kind === 'unary' && (node.operator === 'increment' || node.operator === 'decrement')
          ? [node.operand]
          : [];
  return targets.some((target) => target.kind === 'name' && target.name === name);
}

/** The way ends there: a jump, or a call that does not come back. */
function leaves(statements: readonly Statement[], { ends }: Pick<MemoryTable['names'], 'ends'>): boolean {
  const last = statements.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'block') return leaves(last.body, { ends });
  if (last.kind === 'evaluate' && last.value.kind === 'call') return ends.test(placeName(last.value.callee) ?? '');
  return JUMPS.has(last.kind);
}

const JUMPS: ReadonlySet<string> = new Set(['return', 'break', 'continue', 'goto', 'raise']);
