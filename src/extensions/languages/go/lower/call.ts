import type { Argument, Expression } from '#engine/analysis/ir.ts';
import { lowerFormat } from './format.ts';
import type { Lowering } from './lowering.ts';
import { lowerTextCall } from './text-call.ts';
import { BASIC_TYPES, typeExpression, typeName } from './type-name.ts';

/** Conversions that keep the text of what is converted. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['string', 'error', 'any']);

/** A call; built-in ones and those on texts become what they mean. */
export function lowerCall(context: Lowering, node: number): Expression {
  const at = context.place(node);
  const list = context.child(node, 'arguments');
  const callee = calleeOf(context, node);
  if (callee.kind === 'name') {
    const built = lowerBuiltin(context, callee.name, list, at);
    if (built !== undefined) return built;
  }
  const given = list < 0 ? [] : argumentsIn(context, list);
  const [only] = given;
  if (callee.kind === 'name' && TEXT_TYPES.has(callee.name) && only !== undefined && given.length === 1) {
    return { kind: 'cast', type: { name: callee.name }, operand: only.value, at };
  }
  return lowerTextCall(callee, given, at) ?? lowerFormat(callee, given, at);
}

/** What is called; `Map[int](…)` is a call of `Map`. */
function calleeOf(context: Lowering, node: number): Expression {
  const callee = context.part(node, 'function');
  if (callee.kind === 'index' && callee.index.kind === 'name' && BASIC_TYPES.has(callee.index.name))
    return callee.object;
  return callee;
}

function argumentsIn(context: Lowering, list: number): Argument[] {
  return context.children(list).map((child): Argument => {
    const value = context.expression(child);
    return value.kind === 'spread' ? { isSpread: true, value: value.value } : { value };
  });
}

function lowerBuiltin(context: Lowering, name: string, list: number, at: Expression['at']): Expression | undefined {
  if (list < 0) return undefined;
  const nodes = context.children(list);
  const [first = -1] = nodes;
  if (first < 0) return undefined;
  switch (name) {
    case 'append':
      return {
        kind: 'sequence',
        form: 'list',
        items: argumentsIn(context, list).map(({ isSpread, value }, index) =>
          isSpread === true || index === 0 ? { kind: 'spread', value, at: value.at } : value,
        ),
        at,
      };
    case 'new':
      return { kind: 'call', callee: typeOrName(context, first), arguments: [], isNew: true, at };
    case 'make': {
      const type = context.type(first);
      if (type === 'map_type') return { kind: 'record', entries: [], at };
      const sizes = nodes.slice(1).map((child): Argument => ({ value: context.expression(child) }));
      const made: Expression = { kind: 'name', name: context.source(first), at: context.place(first) };
      const callee: Expression = { kind: 'name', name, at: { start: at.start, end: at.start + name.length } };
      return { kind: 'call', callee, arguments: [{ value: made }, ...sizes], at };
    }
    default:
      return undefined;
  }
}

function typeOrName(context: Lowering, node: number): Expression {
  return (
    typeExpression(context, node) ?? { kind: 'name', name: typeName(context, node) || 'any', at: context.place(node) }
  );
}
