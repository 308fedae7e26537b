import type { Expression, Statement, SwitchCase } from '#engine/analysis/ir.ts';
import { readDeclarator } from './declarator.ts';
import { lowerDeclaration } from './declaration.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { lowerEvaluated } from './evaluated.ts';
import { lowerTry } from './try.ts';
import { baseType } from './type-name.ts';

/** Statements that say what runs next, by the type of their node. */
export const controlLowerers: Readonly<Record<string, LowerStatement>> = {
  if_statement: lowerIf,
  while_statement: (context, node, into) => {
    const test = loopTest(context, node, into);
    into.push({ kind: 'loop', test, body: bodyOf(context, node), at: context.place(node) });
  },
  do_statement: (context, node, into) => {
    const body = bodyOf(context, node);
    const condition = context.child(node, 'condition');
    into.push({
      kind: 'loop',
      ...(condition < 0 ? {} : { test: context.expression(condition) }),
      isTestedAfter: true,
      body,
      at: context.place(node),
    });
  },
  for_statement: lowerFor,
  for_range_loop: lowerForEach,
  switch_statement: lowerSwitch,
  case_statement: (context, node, into) => {
    into.push({ kind: 'block', body: caseBody(context, node), at: context.place(node) });
  },
  labeled_statement: (context, node, into) => {
    const label = context.child(node, 'label');
    const body: Statement[] = [];
    for (const child of context.children(node)) if (child !== label) context.statement(child, body);
    into.push({ kind: 'label', name: label < 0 ? '' : context.source(label), body, at: context.place(node) });
  },
  goto_statement: (context, node, into) => {
    const label = context.child(node, 'label');
    into.push({ kind: 'goto', name: label < 0 ? '' : context.source(label), at: context.place(node) });
  },
  break_statement: (context, node, into) => {
    into.push({ kind: 'break', at: context.place(node) });
  },
  continue_statement: (context, node, into) => {
    into.push({ kind: 'continue', at: context.place(node) });
  },
  return_statement: (context, node, into) => {
    lowerLeaving(context, node, 'return', into);
  },
  co_return_statement: (context, node, into) => {
    lowerLeaving(context, node, 'return', into);
  },
  throw_statement: (context, node, into) => {
    lowerLeaving(context, node, 'raise', into);
  },
  try_statement: lowerTry,
  seh_try_statement: lowerTry,
};

function bodyOf(context: Lowering, node: number): Statement[] {
  const body = context.child(node, 'body');
  return body < 0 ? [] : context.block(body);
}

function unknown(context: Lowering, node: number): Expression {
  return { kind: 'unknown', parts: [], at: context.place(node) };
}

/** The test of an `if`, a `while` or a `switch`. What C++ declares in one stands before it. */
function testOf(context: Lowering, node: number, into: Statement[]): Expression {
  const condition = context.child(node, 'condition');
  if (condition < 0) return unknown(context, node);
  if (context.type(condition) !== 'condition_clause') return context.expression(condition);
  const initializer = context.child(condition, 'initializer');
  if (initializer >= 0) context.statement(initializer, into);
  const value = context.child(condition, 'value');
  if (value < 0) return unknown(context, condition);
  if (context.type(value) !== 'declaration') return context.expression(value);
  lowerDeclaration(context, value, into);
  const declarator = context.child(value, 'declarator');
  if (declarator < 0) return unknown(context, condition);
  const { name, nameAt } = readDeclarator(context, declarator, baseType(context, value));
  return { kind: 'name', name, at: nameAt };
}

/** A loop sets what its condition declares each time: `while (T x = next())`. */
function loopTest(context: Lowering, node: number, into: Statement[]): Expression {
  const declared: Statement[] = [];
  const test = testOf(context, node, declared);
  const last = declared.at(-1);
  into.push(...declared);
  if (last?.kind !== 'declare' || last.value === undefined || test.kind !== 'name') return test;
  return { kind: 'assignment', target: test, value: last.value, at: test.at };
}

/** Iterative over `else if`, as generated code chains hundreds. */
function lowerIf(context: Lowering, node: number, into: Statement[]): void {
  const nodes: number[] = [];
  let at = node;
  let otherwise: Statement[] = [];
  for (;;) {
    nodes.push(at);
    let next = context.child(at, 'alternative');
    if (next >= 0 && context.type(next) === 'else_clause') {
      next = context.children(next).find((child) => context.type(child) !== 'ERROR') ?? -1;
    }
    if (next < 0) break;
    if (context.type(next) !== 'if_statement') {
      otherwise = context.block(next);
      break;
    }
    at = next;
  }
  for (const one of nodes.reverse()) {
    const own: Statement[] = [];
    const test = testOf(context, one, own);
    const consequence = context.child(one, 'consequence');
    const then = consequence < 0 ? [] : context.block(consequence);
    otherwise = [...own, { kind: 'if', test, then, otherwise, at: context.place(one) }];
  }
  into.push(...otherwise);
}

function lowerFor(context: Lowering, node: number, into: Statement[]): void {
  const before: Statement[] = [];
  const step: Statement[] = [];
  const initializer = context.child(node, 'initializer');
  if (initializer >= 0) context.statement(initializer, before);
  const update = context.child(node, 'update');
  if (update >= 0) lowerEvaluated(context, update, update, step);
  const condition = context.child(node, 'condition');
  into.push({
    kind: 'loop',
    ...(condition < 0 ? {} : { test: context.expression(condition) }),
    ...(before.length === 0 ? {} : { before }),
    ...(step.length === 0 ? {} : { step }),
    body: bodyOf(context, node),
    at: context.place(node),
  });
}

function lowerForEach(context: Lowering, node: number, into: Statement[]): void {
  const initializer = context.child(node, 'initializer');
  if (initializer >= 0) context.statement(initializer, into);
  const declarator = context.child(node, 'declarator');
  const right = context.child(node, 'right');
  const at = context.place(node);
  const declared = declarator < 0 ? undefined : readDeclarator(context, declarator, baseType(context, node));
  const target: Expression =
    declared === undefined
      ? unknown(context, node)
      : declared.parts.length > 0
        ? { kind: 'sequence', form: 'tuple', items: declared.parts, at: declared.nameAt }
        : { kind: 'name', name: declared.name, at: declared.nameAt };
  into.push({
    kind: 'for-each',
    target,
    iterable: right < 0 ? unknown(context, node) : context.expression(right),
    body: bodyOf(context, node),
    at,
  });
}

function lowerSwitch(context: Lowering, node: number, into: Statement[]): void {
  const subject = testOf(context, node, into);
  const body = context.child(node, 'body');
  const cases: SwitchCase[] = [];
  let last: Statement[] | undefined;
  for (const child of body < 0 ? [] : context.children(body)) {
    if (context.type(child) === 'case_statement') {
      const value = context.child(child, 'value');
      const patterns = value < 0 ? [] : [context.expression(value)];
      last = caseBody(context, child);
      cases.push({ patterns, body: last, fallsThrough: true });
    } else if (last !== undefined) context.statement(child, last);
  }
  into.push({ kind: 'switch', subject, cases, at: context.place(node) });
}

function caseBody(context: Lowering, node: number): Statement[] {
  const body: Statement[] = [];
  const value = context.child(node, 'value');
  const parts = context.parts(node);
  const start = parts.findIndex((part) => context.type(part) === ':');
  context.list(
    parts.slice(start + 1).filter((part) => part !== value),
    body,
  );
  return body;
}

function lowerLeaving(context: Lowering, node: number, kind: 'return' | 'raise', into: Statement[]): void {
  const at = context.place(node);
  const inner = context.children(node).find((child) => context.type(child) !== 'ERROR');
  into.push(inner === undefined ? { kind, at } : { kind, value: context.expression(inner), at });
}
