import type { Expression, IrClass, Place, Statement } from '#engine/analysis/ir.ts';
import { lowerType } from './annotation.ts';
import { nameOf } from './function.ts';
import type { Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/** Lowers a class, named or not. */
export function lowerClassNode(context: Lowering, node: number, decorators: readonly Expression[]): IrClass {
  let name = '';
  let nameAt: Place = { start: context.start(node), end: context.start(node) };
  const bases: Expression[] = [];
  const ownDecorators: Expression[] = [];
  let body: Statement[] = [];

  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    const field = context.field(at);
    if (kind === KIND.heritage) lowerBases(context, at, bases);
    else if (kind === KIND.classBody) body = lowerMembers(context, at);
    else if (kind === KIND.decorator) ownDecorators.push(context.expression(at));
    else if (field === FIELD.name && kind !== KIND.comment) {
      name = context.source(at);
      nameAt = context.place(at);
    }
  }
  return { name, nameAt, bases, decorators: [...decorators, ...ownDecorators], body, at: context.place(node) };
}

function lowerBases(context: Lowering, heritage: number, into: Expression[]): void {
  const end = context.next(heritage);
  for (let at = heritage + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment || kind === KIND.typeSyntax || kind === KIND.error) continue;
    if (kind !== KIND.heritageClause) into.push(context.expression(at));
    else {
      const base = context.child(at, FIELD.value);
      if (base >= 0) into.push(context.expression(base));
    }
  }
}

/** The statements that the members of a class are. */
function lowerMembers(context: Lowering, body: number): Statement[] {
  const into: Statement[] = [];
  const broken: number[] = [];
  let decorators: Expression[] = [];
  const end = context.next(body);
  for (let at = body + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment) continue;
    if (kind === KIND.decorator) {
      decorators.push(context.expression(at));
      continue;
    }
    if (kind === KIND.error) broken.push(at);
    else lowerMember(context, at, decorators, into);
    decorators = [];
  }
  if (broken.length > 0) context.lower.broken(context, broken, into);
  return into;
}

/** One member; members that only declare give nothing. */
export function lowerMember(
  context: Lowering,
  node: number,
  decorators: readonly Expression[],
  into: Statement[],
): void {
  const at = context.place(node);
  switch (context.kind(node)) {
    case KIND.method:
      into.push({ kind: 'function', function: context.lower.function(context, node, decorators), at });
      break;
    case KIND.staticBlock: {
      const body = context.child(node, FIELD.body);
      if (body >= 0) into.push({ kind: 'block', body: context.statements(body), at });
      break;
    }
    case KIND.field:
      lowerField(context, node, into);
      break;
  }
}

function lowerField(context: Lowering, node: number, into: Statement[]): void {
  const named = Math.max(context.child(node, FIELD.property), context.child(node, FIELD.name));
  if (named < 0) return;
  const at = context.place(node);
  const name = nameOf(context, named);
  const value = context.child(node, FIELD.value);
  if (value >= 0) {
    const target: Expression = { kind: 'name', name, at: context.place(named) };
    into.push({ kind: 'assign', targets: [target], value: context.expression(value), at });
    return;
  }
  const annotation = context.child(node, FIELD.type);
  const type = annotation < 0 ? undefined : lowerType(context, annotation);
  into.push({ kind: 'declare', name, ...(type === undefined ? {} : { type }), at });
}
