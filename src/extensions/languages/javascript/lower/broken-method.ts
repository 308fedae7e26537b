import type { Expression, Parameter, Place, Statement } from '#engine/analysis/ir.ts';
import type { Reader } from './broken-reader.ts';
import { lowerParameters, parameterOf } from './function.ts';
import type { Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/** The head of a method that stands without its class. */
interface MethodHead {
  readonly name: string;
  readonly nameAt: Place;
  /** Nodes up to the body. */
  readonly length: number;
  readonly parameters: readonly Parameter[];
  readonly before: readonly Statement[];
  readonly isAsync: boolean;
}

/** Most nodes that a return type takes. */
const TYPE_LENGTH = 4;
const NO_NAME: ReadonlySet<string> = new Set(['if', 'for', 'while', 'switch', 'catch', 'with', 'function', 'super']);
const PARAMETER_MODIFIER = /^(?:public|private|protected|readonly|override)$/;

/** Reads ahead: whether a name, parameters and a body follow. A call and a block are what a parser makes of them. */
export function methodHead(reader: Reader): MethodHead | undefined {
  const { context, nodes, at } = reader;
  const first = nodes[at];
  if (first === undefined) return undefined;
  const kind = context.kind(first);

  if (kind === KIND.identifier || kind === KIND.propertyName || kind === KIND.privateName) {
    const list = nodes[at + 1];
    if (list === undefined || context.kind(list) !== KIND.formalParameters) return undefined;
    const length = bodyAfter(reader, 2);
    if (length === undefined) return undefined;
    const parameters: Parameter[] = [];
    const before: Statement[] = [];
    lowerParameters(context, list, { parameters, before });
    const name = context.source(first);
    return { name, nameAt: context.place(first), length, parameters, before, isAsync: false };
  }

  const call = kind === KIND.expressionStatement ? context.first(first) : first;
  if (call < 0 || context.kind(call) !== KIND.call || context.end(call) !== context.end(first)) return undefined;
  const length = bodyAfter(reader, 1);
  return length === undefined ? undefined : headOf(context, call, length);
}

/** Position of the body, when nothing but a type stands before it. */
function bodyAfter({ context, nodes, at }: Reader, from: number): number | undefined {
  for (let length = from; length <= from + TYPE_LENGTH; length += 1) {
    const node = nodes[at + length];
    if (node === undefined) return undefined;
    const kind = context.kind(node);
    if (kind === KIND.block) return length;
    const isSign = kind === KIND.sign;
    if (isSign && context.source(node) === '{') return length;
    if (length === from && kind !== KIND.typeSyntax && !(isSign && context.source(node) === ':')) return undefined;
  }
  return undefined;
}

function headOf(context: Lowering, call: number, length: number): MethodHead | undefined {
  let callee = context.child(call, FIELD.function);
  const list = context.child(call, FIELD.arguments);
  if (callee < 0 || list < 0 || context.kind(callee) !== KIND.identifier) return undefined;
  let isAsync = false;
  // `async name(…)`: the name is what did not fit.
  if (context.source(callee) === 'async') {
    const end = context.next(call);
    for (let at = call + 1; at < end; at = context.next(at)) {
      if (context.kind(at) !== KIND.error) continue;
      callee = at;
      isAsync = true;
    }
  }
  const name = context.source(callee);
  if (NO_NAME.has(name)) return undefined;
  const parameters = parametersIn(context, list);
  if (parameters === undefined) return undefined;
  return { name, nameAt: context.place(callee), length, parameters, before: [], isAsync };
}

/** Arguments read as parameters; `undefined` when one of them can be none. */
function parametersIn(context: Lowering, list: number): readonly Parameter[] | undefined {
  const found: Parameter[] = [];
  let isType = false;
  const end = context.next(list);
  for (let at = list + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.comment) continue;
    if (kind === KIND.sign) {
      if (context.source(at) === ',') isType = false;
      continue;
    }
    if (isType) {
      const typed = found.pop();
      if (typed !== undefined) found.push({ ...typed, annotation: context.expression(at) });
      isType = false;
      continue;
    }
    if (kind === KIND.error) {
      const named = nameIn(context, at);
      if (named >= 0) found.push(parameter(context, named, context.expression(named)));
      isType = context.source(at).endsWith(':');
      continue;
    }
    if (kind === KIND.identifier && PARAMETER_MODIFIER.test(context.source(at))) continue;
    const lowered = context.expression(at);
    if (!/^(?:name|record|sequence|assignment|spread)$/.test(lowered.kind)) return undefined;
    found.push(parameter(context, at, lowered));
  }
  return found;
}

function parameter(context: Lowering, node: number, lowered: Expression): Parameter {
  const at = context.place(node);
  if (lowered.kind === 'assignment') return parameterOf(lowered.target, { form: 'plain', default: lowered.value, at });
  if (lowered.kind === 'spread') return parameterOf(lowered.value, { form: 'rest', at });
  return parameterOf(lowered, { form: 'plain', at });
}

function nameIn(context: Lowering, node: number): number {
  const end = context.next(node);
  for (let at = node + 1; at < end; at += 1) {
    if (context.kind(at) === KIND.identifier && !PARAMETER_MODIFIER.test(context.source(at))) return at;
  }
  return -1;
}
