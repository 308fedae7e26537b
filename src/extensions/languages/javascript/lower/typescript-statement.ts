import type { Expression, RecordEntry, Statement } from '#engine/analysis/ir.ts';
import { nameOf } from './function.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/** For what has no meaning when the program runs. */
export const nothing: LowerStatement = () => {
  // Types are gone by then.
};

/** Statements that only TypeScript has, by the type of their node. */
export const typescriptLowerers: Readonly<Record<string, LowerStatement>> = {
  interface_declaration: nothing,
  type_alias_declaration: nothing,
  ambient_declaration: nothing,
  function_signature: nothing,
  enum_declaration: lowerEnum,
  internal_module: lowerNamespace,
  module: lowerNamespace,
};

/** An enumeration is a record of its members; those without a value count on from the one before. */
function lowerEnum(context: Lowering, node: number, into: Statement[]): void {
  const named = context.child(node, FIELD.name);
  const body = context.child(node, FIELD.body);
  if (named < 0 || body < 0) return;
  const entries: RecordEntry[] = [];
  let count: number | undefined = 0;
  const end = context.next(body);
  for (let at = body + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment || kind === KIND.error) continue;
    const place = context.place(at);
    const isAssigned = kind === KIND.enumAssignment;
    const member = isAssigned ? context.child(at, FIELD.name) : at;
    const written = isAssigned ? context.child(at, FIELD.value) : -1;
    if (member < 0) continue;
    const value: Expression = written < 0 ? { kind: 'literal', value: count, at: place } : context.expression(written);
    if (value.kind === 'literal' && typeof value.value === 'number') count = value.value + 1;
    else count = undefined;
    const key: Expression = { kind: 'literal', value: nameOf(context, member), at: context.place(member) };
    entries.push({ key, value });
  }
  const target: Expression = { kind: 'name', name: context.source(named), at: context.place(named) };
  const at = context.place(node);
  into.push({ kind: 'assign', targets: [target], value: { kind: 'record', entries, at: context.place(body) }, at });
}

function lowerNamespace(context: Lowering, node: number, into: Statement[]): void {
  const body = context.child(node, FIELD.body);
  if (body < 0) return;
  context.namespaces += 1;
  into.push({ kind: 'block', body: context.statements(body), at: context.place(node) });
  context.namespaces -= 1;
}
