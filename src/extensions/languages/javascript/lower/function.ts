import type { Expression, IrFunction, Parameter, Place, Statement } from '#engine/analysis/ir.ts';
import { lowerAnnotation, lowerType } from './annotation.ts';
import type { Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/** Lowers whatever is a function: declarations, expressions, arrows, methods. */
export function lowerFunctionNode(context: Lowering, node: number, decorators: readonly Expression[]): IrFunction {
  let name = '';
  let nameAt: Place = { start: context.start(node), end: context.start(node) };
  const parameters: Parameter[] = [];
  const before: Statement[] = [];
  let body: Statement[] = [];
  let isExpression = false;
  let isAsync = false;
  let isGenerator = false;
  let isStatic = false;
  const ownDecorators: Expression[] = [];

  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.comment) continue;
    switch (context.field(at)) {
      case FIELD.name:
        name = nameOf(context, at);
        nameAt = context.place(at);
        break;
      case FIELD.parameters:
        lowerParameters(context, at, { parameters, before });
        break;
      case FIELD.parameter:
        parameters.push(plainParameter(context, at));
        break;
      case FIELD.body:
        if (kind === KIND.block) body = context.statements(at);
        else {
          isExpression = true;
          body = [{ kind: 'return', value: context.expression(at), at: context.place(at) }];
        }
        break;
      case FIELD.decorator:
        ownDecorators.push(context.expression(at));
        break;
      default:
        if (kind !== KIND.sign) break;
        switch (context.source(at)) {
          case 'async':
            isAsync = true;
            break;
          case '*':
            isGenerator = true;
            break;
          case 'static':
            isStatic = true;
            break;
        }
    }
  }
  return {
    name,
    nameAt,
    parameters,
    body: before.length === 0 ? body : [...before, ...body],
    decorators: ownDecorators.length === 0 ? decorators : [...decorators, ...ownDecorators],
    isAsync,
    isGenerator,
    isMethod: isMember(context, node),
    isStatic,
    ...(isExpression ? { isExpression } : {}),
    at: context.place(node),
  };
}

/** A method outside of an object literal belongs to a class, of which a fragment may show nothing else. */
function isMember(context: Lowering, node: number): boolean {
  return context.kind(node) === KIND.method && context.kind(context.tree.parents[node] ?? 0) !== KIND.object;
}

/** Name of a method or field; empty when it is computed. */
export function nameOf(context: Lowering, node: number): string {
  const kind = context.kind(node);
  if (kind !== KIND.computedName && kind !== KIND.string) return context.source(node);
  const key = context.expression(node);
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : '';
}

/** The parameters in a list, and the statements with which a constructor keeps some of them. */
export function lowerParameters(
  context: Lowering,
  list: number,
  { parameters, before }: { readonly parameters: Parameter[]; readonly before: Statement[] },
): void {
  const end = context.next(list);
  for (let at = list + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment || kind === KIND.error || kind === KIND.decorator) continue;
    if (kind === KIND.parameter) lowerTypedParameter(context, at, parameters, before);
    else parameters.push(plainParameter(context, at));
  }
}

/** A parameter as JavaScript writes it: a pattern, a default, a rest. */
function plainParameter(context: Lowering, node: number): Parameter {
  const at = context.place(node);
  const lowered = context.expression(node);
  if (lowered.kind === 'assignment') return parameterOf(lowered.target, { form: 'plain', default: lowered.value, at });
  if (lowered.kind === 'spread') return parameterOf(lowered.value, { form: 'rest', at });
  return parameterOf(lowered, { form: 'plain', at });
}

/** A parameter for a target: its name is the target's, when that is one. */
export function parameterOf(target: Expression, rest: Omit<Parameter, 'target' | 'name'>): Parameter {
  return { target, name: target.kind === 'name' ? target.name : '', ...rest };
}

/** A parameter of TypeScript, which may have a type and decorators and may be a field of the object at the same time. */
function lowerTypedParameter(context: Lowering, node: number, into: Parameter[], before: Statement[]): void {
  let target: Expression | undefined;
  let written: Expression | undefined;
  let annotation: Expression | undefined;
  let type: Parameter['type'];
  let decorator: Expression | undefined;
  let isField = false;
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.comment) continue;
    const field = context.field(at);
    // The object itself is named only to give it a type.
    if (field === FIELD.pattern && context.source(at) === 'this') return;
    if (field === FIELD.pattern || field === FIELD.name) target = context.expression(at);
    else if (field === FIELD.value) written = context.expression(at);
    else if (field === FIELD.type) {
      annotation = lowerAnnotation(context, at);
      type = lowerType(context, at);
    } else if (field === FIELD.decorator) decorator ??= context.expression(at);
    else if (kind === KIND.accessibility) isField = true;
    else if (kind === KIND.sign && context.source(at) === 'readonly') isField = true;
  }
  if (target === undefined) return;
  const at = context.place(node);
  const isRest = target.kind === 'spread';
  // What a decorator binds a parameter to says more of its value than its type does.
  const shown = decorator ?? annotation;
  const parameter = parameterOf(target.kind === 'spread' ? target.value : target, {
    form: isRest ? 'rest' : 'plain',
    ...(written === undefined ? {} : { default: written }),
    ...(shown === undefined ? {} : { annotation: shown }),
    ...(type === undefined ? {} : { type }),
    at,
  });
  into.push(parameter);
  if (!isField || parameter.name === '') return;
  const self: Expression = { kind: 'name', name: 'this', at };
  const field: Expression = { kind: 'member', object: self, property: parameter.name, at };
  before.push({ kind: 'assign', targets: [field], value: parameter.target, at });
}
