import type { Expression, Handler, Statement, SwitchCase } from '#engine/analysis/ir.ts';
import { lowerLooseMembers } from './broken-expression.ts';
import { lowerEvaluated } from './evaluated.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/** Statements that say what runs next, by the type of their node. */
export const controlLowerers: Readonly<Record<string, LowerStatement>> = {
  if_statement: lowerIf,
  for_statement: lowerFor,
  for_in_statement: lowerForEach,
  while_statement: (context, node, into) => {
    into.push({
      kind: 'loop',
      test: condition(context, node),
      body: bodyOf(context, node),
      at: context.place(node),
    });
  },
  do_statement: (context, node, into) => {
    into.push({
      kind: 'loop',
      test: condition(context, node),
      isTestedAfter: true,
      body: bodyOf(context, node),
      at: context.place(node),
    });
  },
  switch_statement: lowerSwitch,
  try_statement: lowerTry,
  labeled_statement: (context, node, into) => {
    const label = context.child(node, FIELD.label);
    const at = context.place(node);
    const body = context.child(node, FIELD.body);
    if (label >= 0 && body >= 0 && context.kind(body) === KIND.expressionStatement) {
      into.push({ kind: 'evaluate', value: lowerLooseMembers(context, label, body), at });
      return;
    }
    const name = label < 0 ? '' : context.source(label);
    into.push({ kind: 'label', name, body: bodyOf(context, node), at });
  },
  with_statement: (context, node, into) => {
    const object = context.child(node, FIELD.object);
    const resources = object < 0 ? [] : [{ value: context.expression(object) }];
    into.push({ kind: 'with', resources, body: bodyOf(context, node), at: context.place(node) });
  },
  return_statement: (context, node, into) => lowerLeaving(context, { node, kind: 'return' }, into),
  throw_statement: (context, node, into) => lowerLeaving(context, { node, kind: 'raise' }, into),
  break_statement: (context, node, into) => lowerJump(context, { node, kind: 'break' }, into),
  continue_statement: (context, node, into) => lowerJump(context, { node, kind: 'continue' }, into),
};

function condition(context: Lowering, node: number): Expression {
  const test = context.child(node, FIELD.condition);
  return test < 0 ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(test);
}

function bodyOf(context: Lowering, node: number): Statement[] {
  const body = context.child(node, FIELD.body);
  return body < 0 ? [] : context.block(body);
}

/** `else if` grows to the right; a loop, since such chains have no natural end. */
function lowerIf(context: Lowering, node: number, into: Statement[]): void {
  const nodes: number[] = [];
  let at = node;
  while (at >= 0 && context.kind(at) === KIND.ifStatement) {
    nodes.push(at);
    const alternative = context.child(at, FIELD.alternative);
    at =
      alternative < 0 ? -1 : context.kind(alternative) === KIND.elseClause ? context.first(alternative) : alternative;
  }
  let otherwise = at < 0 ? [] : context.block(at);
  for (const branch of nodes.reverse()) {
    const then = context.child(branch, FIELD.consequence);
    otherwise = [
      {
        kind: 'if',
        test: condition(context, branch),
        then: then < 0 ? [] : context.block(then),
        otherwise,
        at: context.place(branch),
      },
    ];
  }
  into.push(...otherwise);
}

function lowerFor(context: Lowering, node: number, into: Statement[]): void {
  const before: Statement[] = [];
  const step: Statement[] = [];
  let test: Expression | undefined;
  let body: Statement[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment) continue;
    switch (context.field(at)) {
      case FIELD.initializer:
        lowerPart(context, at, before);
        break;
      case FIELD.condition:
        if (kind !== KIND.statement) test = context.expression(at);
        break;
      case FIELD.increment:
        lowerPart(context, at, step);
        break;
      case FIELD.body:
        body = context.block(at);
        break;
    }
  }
  into.push({ kind: 'loop', ...(test === undefined ? {} : { test }), before, step, body, at: context.place(node) });
}

/** A part of a loop's head: a declaration, or an expression without a statement around it. */
function lowerPart(context: Lowering, node: number, into: Statement[]): void {
  if (context.kind(node) === KIND.statement) context.statement(node, into);
  else lowerEvaluated(context, { node, around: node }, into);
}

function lowerForEach(context: Lowering, node: number, into: Statement[]): void {
  const at = context.place(node);
  const left = context.child(node, FIELD.left);
  const right = context.child(node, FIELD.right);
  const operator = context.child(node, FIELD.operator);
  const unknown: Expression = { kind: 'unknown', parts: [], at };
  const isOverKeys = operator >= 0 && context.source(operator) === 'in';
  into.push({
    kind: 'for-each',
    target: left < 0 ? unknown : context.expression(left),
    iterable: right < 0 ? unknown : context.expression(right),
    ...(isOverKeys ? { isOverKeys } : {}),
    body: bodyOf(context, node),
    at,
  });
}

function lowerSwitch(context: Lowering, node: number, into: Statement[]): void {
  const at = context.place(node);
  const subject = context.child(node, FIELD.value);
  const body = context.child(node, FIELD.body);
  const cases: SwitchCase[] = [];
  const end = body < 0 ? -1 : context.next(body);
  for (let child = body + 1; child < end; child = context.next(child)) {
    const kind = context.kind(child);
    if (kind !== KIND.switchCase && kind !== KIND.switchDefault) continue;
    const pattern = kind === KIND.switchCase ? context.child(child, FIELD.value) : -1;
    cases.push({
      patterns: pattern < 0 ? [] : [context.expression(pattern)],
      body: lowerCaseBody(context, child),
      fallsThrough: true,
    });
  }
  into.push({
    kind: 'switch',
    subject: subject < 0 ? { kind: 'unknown', parts: [], at } : context.expression(subject),
    cases,
    at,
  });
}

function lowerCaseBody(context: Lowering, node: number): Statement[] {
  const into: Statement[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    if (context.kind(at) === KIND.error) context.lower.broken(context, [at], into);
    else if (context.field(at) === FIELD.body && context.kind(at) !== KIND.comment) context.statement(at, into);
  }
  return into;
}

function lowerTry(context: Lowering, node: number, into: Statement[]): void {
  const handler = context.child(node, FIELD.handler);
  const finalizer = context.child(node, FIELD.finalizer);
  into.push({
    kind: 'try',
    body: bodyOf(context, node),
    handlers: handler < 0 ? [] : [lowerHandler(context, handler)],
    otherwise: [],
    finally: finalizer < 0 ? [] : bodyOf(context, finalizer),
    at: context.place(node),
  });
}

function lowerHandler(context: Lowering, node: number): Handler {
  const at = context.place(node);
  const parameter = context.child(node, FIELD.parameter);
  const body = bodyOf(context, node);
  if (parameter < 0) return { types: [], body, at };
  const target = context.expression(parameter);
  if (target.kind === 'name') return { types: [], name: target.name, body, at };
  // A name that no program can write stands for the error that the pattern takes apart.
  const caught: Expression = { kind: 'name', name: '*error', at: target.at };
  const taken: Statement = { kind: 'assign', targets: [target], value: caught, at: target.at };
  return { types: [], name: caught.name, body: [taken, ...body], at };
}

function lowerLeaving(
  context: Lowering,
  { node, kind }: { readonly node: number; readonly kind: 'return' | 'raise' },
  into: Statement[],
): void {
  const at = context.place(node);
  let inner = context.first(node);
  if (inner < 0) {
    into.push({ kind, at });
    return;
  }
  // `return a, b` is `a; return b`.
  if (context.kind(inner) === KIND.sequence) {
    const parts: number[] = [];
    const end = context.next(inner);
    for (let part = inner + 1; part < end; part = context.next(part)) {
      if (context.kind(part) !== KIND.sign && context.kind(part) !== KIND.comment) parts.push(part);
    }
    inner = parts.pop() ?? inner;
    for (const part of parts) lowerEvaluated(context, { node: part, around: part }, into);
  }
  into.push({ kind, value: context.expression(inner), at });
}

function lowerJump(
  context: Lowering,
  { node, kind }: { readonly node: number; readonly kind: 'break' | 'continue' },
  into: Statement[],
): void {
  const label = context.child(node, FIELD.label);
  into.push({ kind, ...(label < 0 ? {} : { label: context.source(label) }), at: context.place(node) });
}
