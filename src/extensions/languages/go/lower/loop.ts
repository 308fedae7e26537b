import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { asTest } from './expression.ts';
import type { Lowering } from './lowering.ts';

/** Names that positions have; keys of maps are called otherwise. */
const POSITION = /^(?:_|i|j|k?idx|index|pos|n)$/;

/** `for` in all its forms. */
export function lowerFor(context: Lowering, node: number, into: Statement[]): void {
  const at = context.place(node);
  const block = context.child(node, 'body');
  const outer = context.breakLabel;
  context.breakLabel = undefined;
  const body = block < 0 ? [] : context.statements(block);
  context.breakLabel = outer;
  const head = context.children(node).find((child) => child !== block);
  if (head === undefined) {
    into.push({ kind: 'loop', body, at });
    return;
  }
  const kind = context.type(head);
  if (kind === 'range_clause') lowerRange(context, head, { body, at }, into);
  else if (kind === 'for_clause') lowerClause(context, head, { body, at }, into);
  else into.push({ kind: 'loop', test: asTest(context.expression(head)), body, at });
}

interface Loop {
  readonly body: Statement[];
  readonly at: Expression['at'];
}

function lowerClause(context: Lowering, node: number, { body, at }: Loop, into: Statement[]): void {
  const before: Statement[] = [];
  const step: Statement[] = [];
  const first = context.child(node, 'initializer');
  const test = context.child(node, 'condition');
  const update = context.child(node, 'update');
  if (first >= 0) context.statement(first, before);
  if (update >= 0) context.statement(update, step);
  into.push({
    kind: 'loop',
    ...(test < 0 ? {} : { test: asTest(context.expression(test)) }),
    before,
    step,
    body,
    at,
  });
}

function lowerRange(context: Lowering, node: number, { body, at }: Loop, into: Statement[]): void {
  const left = context.child(node, 'left');
  const [key, item] = left < 0 ? [] : context.children(left).map(context.expression);
  const iterable = context.part(node, 'right');
  const nobody: Expression = { kind: 'name', name: '_', at };
  if (item === undefined) {
    into.push({ kind: 'for-each', target: key ?? nobody, iterable, isOverKeys: key !== undefined, body, at });
    return;
  }
  if (key === undefined || (key.kind === 'name' && POSITION.test(key.name))) {
    into.push({ kind: 'for-each', target: item, iterable, body, at });
    return;
  }
  // What is gone over is evaluated once; `range` is no name that a program could have.
  const kept: Expression = { kind: 'name', name: 'range', at: iterable.at };
  into.push({ kind: 'assign', targets: [kept], value: iterable, at: iterable.at });
  const keys: Statement = {
    kind: 'assign',
    targets: [key],
    value: { kind: 'unknown', parts: [kept], at: iterable.at },
    at: key.at,
  };
  // A map is gone over by its values here.
  const values: Expression = {
    kind: 'index',
    object: kept,
    index: { kind: 'unknown', parts: [], at },
    at: iterable.at,
  };
  const value: Statement = { kind: 'assign', targets: [item], value: values, at: item.at };
  into.push({ kind: 'for-each', target: nobody, iterable: kept, body: [keys, value, ...body], at });
}
